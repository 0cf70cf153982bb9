// The suite that runs inside a real extension host: VS Code calls run() after it has started with the extension.
//
// To add tests, put `<subject>.test.ts` beside this file; it is found by its name. It may import `vscode`, `mocha`
// (describe, it, before …), `node:assert/strict`, Node's own modules and types of src/. The extension under test is the
// unpacked VSIX, reached only through `vscode`: commands, and the API that `activate()` returns
// (`vscode.extensions.getExtension("dx-topology.dx-topology")`). Open is a writable copy of samples/; the simulator with
// the sample estate answers at `process.env.DX_SIMULATOR_URL` (its control endpoints too) and is shared by the whole
// suite, so a test that changes the estate begins with `POST /_simulator/reset`. Files run in the order of their names,
// `activation.test.ts` before all others. A folder beside this file is a window of its own, opened after this one has
// been closed, in the order of their names and on the same workspace: for what can happen but once in a window.
//
//   npm run test:host                                  both VS Code versions
//   npm run test:host -- --host-version newest --grep "part of a test's name"
import Mocha from "mocha";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const first = "activation.test.cjs";
const timeoutMs = 30_000;

interface Results {
  /** The files of which a window has run all tests, so that one that ended early is noticed. */
  readonly ended: string[];
  readonly passed: string[];
  readonly failed: { readonly title: string; readonly why: string }[];
}

/** Runs every test file; rejects when a test failed. What became of each is added to the file that DX_HOST_RESULTS names. */
export async function run(): Promise<void> {
  const grep = process.env["DX_HOST_GREP"];
  const mocha = new Mocha({ ui: "bdd", timeout: timeoutMs, reporter: "dot", ...(grep === undefined ? {} : { grep }) });
  for (const file of testFiles()) mocha.addFile(file);

  const path = process.env["DX_HOST_RESULTS"];
  const results: Results = path !== undefined && existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Results) : { ended: [], passed: [], failed: [] };
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on("pass", (test) => results.passed.push(test.fullTitle()));
    runner.on("fail", (test, error: Error) => results.failed.push({ title: test.fullTitle(), why: error.stack ?? error.message }));
  });
  results.ended.push(join(__dirname, "index.cjs"));
  if (path !== undefined) writeFileSync(path, JSON.stringify(results));
  if (failures > 0) throw new Error(`Failed host tests: ${String(failures)}`);
}

function testFiles(): string[] {
  const names = readdirSync(__dirname).filter((name) => name.endsWith(".test.cjs"));
  const inOrder = names.sort((one, other) => Number(other === first) - Number(one === first) || one.localeCompare(other, "en"));
  return inOrder.map((name) => join(__dirname, name));
}
