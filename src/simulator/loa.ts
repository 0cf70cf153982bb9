/** What a letter of authorization says about a port. */
export interface LetterFacts {
  readonly connectionId: string;
  readonly location: string;
  readonly bandwidth: string;
  readonly awsDevice: string;
  readonly requester: string;
  /** ISO 8601. */
  readonly issued: string;
}

/** A letter of authorization as a PDF of one page: plain text in a font that every reader has. */
export function letterPdf(facts: LetterFacts): Buffer {
  const lines = [
    "Letter of Authorization and Connecting Facility Assignment",
    "Simulated: this letter authorizes nothing.",
    "",
    `Issued to:    ${facts.requester}`,
    `Issued:       ${facts.issued}`,
    `Connection:   ${facts.connectionId}`,
    `Location:     ${facts.location}`,
    `Port speed:   ${facts.bandwidth}`,
    `AWS device:   ${facts.awsDevice}`,
  ];
  const text = lines.map((line) => `(${escapeText(line)}) Tj T*`).join("\n");
  const content = `BT /F1 11 Tf 16 TL 56 780 Td\n${text}\nET`;
  return assemble([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
  ]);
}

/** Numbers the objects and adds the table of their positions, which a reader starts from. */
function assemble(objects: readonly string[]): Buffer {
  let file = "%PDF-1.4\n";
  const positions: number[] = [];
  for (const [index, object] of objects.entries()) {
    positions.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = positions.map((position) => `${String(position).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, "latin1");
}

/** PDF marks the ends of a text with brackets; what the font lacks becomes a question mark. */
function escapeText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?").replace(/[\\()]/g, "\\$&");
}
