/** How findings can be printed. */
export const lintFormats = ["text", "json", "sarif"] as const;
export type LintFormat = (typeof lintFormats)[number];
