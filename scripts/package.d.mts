export const vsixPath: string;
export const unpackedPath: string;
export function prepareExtension(): Promise<string>;
