import type { GraphViewTexts } from "../protocol/graph-view.ts";

export interface GraphPage {
  /** Where scripts and styles may come from: the webview's own source. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** A new one for every page; only the script that carries it runs. */
  readonly nonce: string;
  readonly language: string;
  readonly texts: GraphViewTexts;
}

/**
 * The page of the drawing. It holds no resource: everything comes as messages. The style sheet's id is the one under
 * which Cytoscape looks for its own; finding it, it adds no inline style, which the policy would refuse.
 */
export function graphPage({ source, script, style, nonce, language, texts }: GraphPage): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}`;
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(texts.title)}</title>
<link rel="stylesheet" id="__________cytoscape_stylesheet" href="${escapeAttribute(style)}">
</head>
<body data-texts="${escapeAttribute(JSON.stringify(texts))}">
<script nonce="${nonce}" src="${escapeAttribute(script)}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
