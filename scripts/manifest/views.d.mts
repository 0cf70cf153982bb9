/** One text for each reason why the tree is empty, by the value of the context key `directConnect.empty`. */
export const emptyStates: Readonly<Record<string, string>>;
