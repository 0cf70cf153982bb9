import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { EstateError } from "./estate-error.ts";
import { type JsonPath, type JsonText, readJsonText } from "./json-text.ts";
import { asObject } from "./members.ts";

/** What one file of a capture holds, and whose it is as far as its path says. */
export interface CaptureFile {
  /** From the folder of the capture, with slashes. */
  readonly name: string;
  readonly json: JsonText;
  readonly account: string | undefined;
  readonly region: string | undefined;
}

export type Members = Readonly<Record<string, unknown>>;

/** One resource in an answer, with the place where it stands. */
export interface CapturedEntry {
  readonly members: Members;
  readonly file: CaptureFile;
  readonly path: JsonPath;
}

/** The resources of a capture by the member of the answers that lists them. */
export type Captured = ReadonlyMap<string, readonly CapturedEntry[]>;

/** Members of answers that hold what an estate is made of. The entries of all are objects. */
const listed = [
  "connections",
  "interconnects",
  "lags",
  "virtualInterfaces",
  "directConnectGateways",
  "directConnectGatewayAssociations",
  "directConnectGatewayAssociationProposals",
  "directConnectGatewayAttachments",
  "virtualInterfaceTestHistory",
  "virtualGateways",
  "locations",
  "agreements",
  "resourceTags",
];
/** Members of answers that an estate has no use for; a file of them alone is passed over. */
const ignored = ["loa", "loaContent", "customerRouterConfig", "routes", "resiliencyGroupAssociations"];

/** Reads all files below a folder whose names end in `.json`. Throws EstateError, naming file and line. */
export function readCaptureFiles(folder: string): Captured {
  const captured = new Map<string, CapturedEntry[]>();
  for (const file of listFiles(folder)) {
    for (const [list, entries] of entriesOf(file)) captured.set(list, [...(captured.get(list) ?? []), ...entries]);
  }
  if (captured.size > 0) return captured;
  throw new EstateError(`${folder}: no file below it holds what "aws directconnect describe-…" prints; their names have to end in .json`);
}

/** Complains about a place in a capture. */
export function captureError(file: CaptureFile, path: JsonPath, message: string): string {
  return `${file.name}, line ${file.json.lineOf(path)}: ${message}`;
}

function listFiles(folder: string): CaptureFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readFile(path, relative(folder, path).split(sep).join("/")));
}

const regionInName = /(?<![a-z])[a-z]{2}(?:-[a-z]+){1,2}-\d(?!\d)/;

function readFile(path: string, name: string): CaptureFile {
  const json = readJsonText(readFileSync(path, "utf8"));
  if (json.problem !== undefined) throw new EstateError(`${name}, line ${json.problem.line}: ${json.problem.message}`);
  return { name, json, account: /(?<!\d)\d{12}(?!\d)/.exec(name)?.[0], region: regionInName.exec(name)?.[0] };
}

function entriesOf(file: CaptureFile): [string, CapturedEntry[]][] {
  const answer = asObject(file.json.value);
  if (answer === undefined) throw new EstateError(captureError(file, [], "an answer is an object"));
  if ("estate" in answer) throw new EstateError(captureError(file, ["estate"], "this is an estate; give the file itself"));
  const lists = listed.filter((name) => name in answer);
  const found = lists.map((name): [string, CapturedEntry[]] => [name, readList(file, answer[name], [name])]);
  if ("items" in answer) found.push(readItems(file, answer["items"]));
  if ("resiliencyGroup" in answer) found.push(["resiliencyGroups", readList(file, [answer["resiliencyGroup"]], ["resiliencyGroup"])]);
  if ("nniPartnerType" in answer) found.push(["customers", [{ members: answer, file, path: [] }]]);
  if (found.length > 0 || ignored.some((name) => name in answer)) return found;
  throw new EstateError(captureError(file, [], `none of its members is one of ${listed.join(", ")}`));
}

/** Resiliency groups and their connections are both listed as `items`. */
function readItems(file: CaptureFile, value: unknown): [string, CapturedEntry[]] {
  const items = readList(file, value, ["items"]);
  const ofConnections = items.some(({ members }) => "connectionArn" in members);
  return [ofConnections ? "resiliencyGroupAssociations" : "resiliencyGroups", items];
}

function readList(file: CaptureFile, value: unknown, path: JsonPath): CapturedEntry[] {
  if (!Array.isArray(value)) throw new EstateError(captureError(file, path, `${path.join(".")} has to be a list`));
  return value.map((item: unknown, index) => {
    const members = asObject(item);
    const at = [...path, index];
    if (members === undefined) throw new EstateError(captureError(file, at, "an entry has to be an object"));
    return { members, file, path: at };
  });
}
