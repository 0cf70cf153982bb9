import { type ClientCapabilities, CodeLensRefreshRequest, type Connection, DiagnosticRefreshRequest } from "vscode-languageserver";

/** Asks the client to fetch again what depends on more than the text: lenses, and the diagnostics that it pulls. */
export function askAgain(connection: Connection, { workspace }: ClientCapabilities, pulls: boolean): void {
  const ignore = (): void => undefined;
  if (workspace?.codeLens?.refreshSupport === true) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
  if (pulls && workspace?.diagnostics?.refreshSupport === true) connection.sendRequest(DiagnosticRefreshRequest.type).catch(ignore);
}
