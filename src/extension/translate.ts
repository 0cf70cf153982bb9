import type { Say } from "../model/text.ts";

/** Gives a shown text in the window's language, with `{0}`, `{1}` … replaced: the shape of `vscode.l10n.t`. */
export type Translate = Say;
