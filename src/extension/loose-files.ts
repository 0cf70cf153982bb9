import * as vscode from "vscode";

/** A file as it is now. */
export interface LooseFile {
  readonly text: string;
  /** When the text became what it is, in milliseconds since 1970. */
  readonly since: number;
}

export interface LooseFiles {
  /** The file at an address; throws a `FileSystemError` where there is none. */
  readonly read: (uri: vscode.Uri) => LooseFile;
  /** Takes what was saved; absent for what is only read. */
  readonly write?: (uri: vscode.Uri, text: string) => Promise<void>;
}

/** Files of one scheme that lie in no folder. */
export interface LooseFileSystem {
  /** Says that the files at these addresses have changed. */
  tellChanged(uris: readonly vscode.Uri[]): void;
  dispose(): void;
}

/**
 * Registers files that are made when somebody looks at them. Documents are files, because VS Code brings only files back
 * after a reload of the window and saves nothing else.
 */
export function registerLooseFiles(scheme: string, { read, write }: LooseFiles): LooseFileSystem {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    stat: (uri) => {
      const { text, since } = read(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime: since, size: Buffer.byteLength(text) };
    },
    readFile: (uri) => Buffer.from(read(uri).text),
    writeFile: (uri, content) => (write === undefined ? refuse(uri) : write(uri, Buffer.from(content).toString("utf8"))),
    // Every change is told anyway.
    watch: () => new vscode.Disposable(() => undefined),
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  const registered = vscode.workspace.registerFileSystemProvider(scheme, provider, { isReadonly: write === undefined, isCaseSensitive: true });
  return {
    tellChanged: (uris) => changed.fire(uris.map((uri) => ({ type: vscode.FileChangeType.Changed, uri }))),
    dispose: () => void vscode.Disposable.from(registered, changed).dispose(),
  };
}
