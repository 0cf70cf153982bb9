import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const rooms = filesIn("src").map((file) => file.split("/")[0] ?? "");

test.each([...new Set(rooms)])("every test of %s has the source that it is named for", (room) => {
  if (!existsSync(join(root, "test", room))) return;
  const tests = filesIn(`test/${room}`).filter((file) => file.endsWith(".test.ts"));
  const strays = tests.filter((file) => !existsSync(join(root, "src", room, file.replace(/\.test\.ts$/, ".ts"))));
  expect(strays, "Name a test for the file that it tests").toEqual([]);
});

test.each(["model", "operations", "protocol"])("every file of %s that runs is reached by a test of its room", (room) => {
  const tested = testedFiles(room);
  const untested = filesIn(`src/${room}`)
    .filter((file) => file.endsWith(".ts") && hasValues(join(root, "src", room, file)))
    .filter((file) => !tested.has(file));
  expect(untested, "Write a test for each, or for what it is a part of").toEqual([]);
});

test("the folders of test are rooms or kinds of tests", () => {
  const kinds = ["architecture", "contract", "e2e", "host", "screenshots", "support"];
  const folders = readdirSync(join(root, "test"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !rooms.includes(name) && !kinds.includes(name))).toEqual([]);
});

/** The files of a room that the tests in its folder import, themselves or through others of the room. */
function testedFiles(room: string): ReadonlySet<string> {
  const source = join(root, "src", room);
  const tests = filesIn(`test/${room}`).filter((file) => file.endsWith(".test.ts"));
  const reached = new Set(tests.flatMap((file) => importsOf(join(root, "test", room, file), source)));
  for (const file of reached) for (const next of importsOf(join(source, file), source)) reached.add(next);
  return reached;
}

/** What a file imports from below a folder, as paths from there. */
function importsOf(path: string, folder: string): readonly string[] {
  return ts
    .preProcessFile(readFileSync(path, "utf8"))
    .importedFiles.filter(({ fileName }) => fileName.startsWith(".") && fileName.endsWith(".ts"))
    .map(({ fileName }) => relative(folder, join(dirname(path), fileName)).split(sep).join("/"))
    .filter((file) => !file.startsWith("../"));
}

/** The paths of all files below a folder, with slashes. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1).split(sep).join("/"));
}

/** Whether the file exports something that is there when the program runs. */
function hasValues(path: string): boolean {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.some(
    (statement) =>
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
      !ts.isInterfaceDeclaration(statement) &&
      !ts.isTypeAliasDeclaration(statement),
  );
}
