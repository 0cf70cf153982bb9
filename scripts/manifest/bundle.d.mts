/** The words that the extension shows, each as its own key; `source` is the folder of the rooms. */
export function shownTexts(source: string): Readonly<Record<string, string>>;
