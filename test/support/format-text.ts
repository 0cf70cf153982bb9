/** Puts the values where `{0}`, `{1}` … stand, as `vscode.l10n.t` does for texts that have no translation. */
export function formatText(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
