import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createCredentials } from "../../src/aws/credentials.ts";
import { createReadSection } from "../../src/aws/read-section.ts";
import { createSend } from "../../src/aws/send.ts";
import { BuiltInSimulator, cliProfileOf, simulatedAccountOf, simulatorProfiles, simulatorRegions, type SimulatorState } from "../../src/extension/built-in-simulator.ts";
import { mergeSections, sectionsOf } from "../../src/model/section.ts";
import { bundledOnce } from "../support/simulator.ts";

const folder = mkdtempSync(join(tmpdir(), "dx-built-in-"));
const stateFile = join(folder, "state", "simulator.json");
const running: BuiltInSimulator[] = [];
const silent = { info: () => undefined, error: () => undefined };

afterEach(() => {
  for (const simulator of running.splice(0)) simulator.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function simulatorOf(program?: string) {
  const simulator = new BuiltInSimulator({ program: program ?? (await bundledOnce()), stateFile, log: silent });
  running.push(simulator);
  const states: SimulatorState[] = [];
  const watching = simulator.onDidChange((state) => states.push(state));
  return { simulator, states, watching };
}

/** Sets a tag on one of the estate's connections, and reads the tags of all. */
function tagging(simulator: BuiltInSimulator) {
  const account = "111122223333";
  const send = createSend({ credentials: createCredentials(), targetOf: () => ({ endpoint: simulator.url, simulatedAccount: account }) });
  const where = { profile: "any", region: "us-east-1" };
  const connections = async () => (await send({ ...where, action: "DescribeConnections", input: {} })).output.connections ?? [];
  return {
    send: async (key: string) => {
      const own = (await connections()).find(({ ownerAccount, connectionState }) => ownerAccount === account && connectionState === "available");
      const resourceArn = `arn:aws:directconnect:us-east-1:${account}:dxcon/${own?.connectionId ?? ""}`;
      await send({ ...where, action: "TagResource", input: { resourceArn, tags: [{ key, value: "yes" }] } });
    },
    tags: async () => (await connections()).flatMap(({ tags }) => tags ?? []).map(({ key }) => key),
  };
}

/** The simulator in a process that kills itself, as a crash would, once the flag's file is there. */
async function mortalProgram(flag: string): Promise<string> {
  const program = join(tmpdir(), `dx-mortal-${process.pid}.cjs`);
  const watch = `setInterval(() => { if (fs.existsSync(${JSON.stringify(flag)})) { fs.rmSync(${JSON.stringify(flag)}); process.kill(process.pid, "SIGKILL"); } }, 20);`;
  writeFileSync(program, `const fs = require("node:fs"); ${watch} require(${JSON.stringify(await bundledOnce())});`);
  return program;
}

describe("the built-in simulator", () => {
  test("a start that is stopped leaves nothing running, and does not disturb the next", async () => {
    const { simulator, states } = await simulatorOf();
    const stopped = simulator.start();
    simulator.stop();
    const started = simulator.start();
    await expect(stopped).rejects.toThrow("stopped");
    expect(await simulator.start()).toBe(await started);
    expect(states).toEqual(["starting", "stopped", "starting", "running"]);
  });

  test("starts once however often it is asked to, and every profile reads its own account", async () => {
    const { simulator, states } = await simulatorOf();
    const [url, same] = await Promise.all([simulator.start(), simulator.start()]);
    expect(same).toBe(url);
    expect(states).toEqual(["starting", "running"]);
    const send = createSend({
      credentials: createCredentials(),
      targetOf: (profile) => ({ endpoint: simulator.url, simulatedAccount: simulatedAccountOf(profile) }),
    });
    const readSection = createReadSection({ send, accountOf: (profile) => Promise.resolve(simulatedAccountOf(profile)) });
    const choices = simulatorProfiles.map(({ name }) => ({ profile: name, regions: simulatorRegions }));
    const answers = await Promise.all(sectionsOf(choices).map((section) => readSection(section, new AbortController().signal)));
    const inventory = mergeSections(choices, answers);
    expect(inventory.failures).toEqual([]);
    expect(inventory.accounts.map(({ id }) => id)).toEqual(["111122223333", "222233334444", "444455556666"]);
    for (const { profile } of inventory.accounts) expect(inventory.resources.some((resource) => resource.profile === profile && resource.owned)).toBe(true);
  });

  test("says so when it ends by itself, and goes on where it was", async () => {
    const flag = join(tmpdir(), `dx-flag-${process.pid}`);
    const program = await mortalProgram(flag);
    const { simulator, states } = await simulatorOf(program);
    await simulator.start();
    const { send, tags } = tagging(simulator);
    await send("kept");
    writeFileSync(flag, "");
    await expect.poll(() => simulator.state).toBe("died");
    await simulator.start();
    expect(states).toEqual(["starting", "running", "died", "starting", "running"]);
    expect(await tags()).toContain("kept");
    simulator.stop();
    await simulator.start({ fresh: true });
    expect(await tags()).not.toContain("kept");
    rmSync(program);
  });

  test("is gone when stopped, and tells that as no accident", async () => {
    const { simulator, states } = await simulatorOf();
    const url = await simulator.start();
    simulator.stop();
    await expect.poll(() => fetch(url).then(() => "answers", () => "gone")).toBe("gone");
    expect(states).toEqual(["starting", "running", "stopped"]);
  });

  test("that cannot start says what it complains about, and may be started again", async () => {
    const broken = join(tmpdir(), `dx-broken-${process.pid}.cjs`);
    writeFileSync(broken, "process.stderr.write('no estate\\n'); process.exit(2);");
    const { simulator } = await simulatorOf(broken);
    await expect(simulator.start()).rejects.toThrow("no estate");
    expect(simulator.state).toBe("stopped");
    await expect(simulator.start()).rejects.toThrow("no estate");
    rmSync(broken);
  });
});

test("the AWS CLI is given the names that its files have, and no other", () => {
  expect(["prod", "(environment)", ...simulatorProfiles.map(({ name }) => name)].map(cliProfileOf)).toEqual(["prod", ...[1, 2, 3, 4].map(() => undefined)]);
});

test("a profile that is not the simulator's has no account of it", () => {
  expect(simulatedAccountOf("prod")).toBeUndefined();
  expect(simulatorProfiles.map(({ source }) => source)).toEqual(["simulator", "simulator", "simulator"]);
});
