import { describe, expect, it } from "vitest";
import { answerRequests, Asker, hearEvents, tell, type Answers, type Pipe } from "../../src/protocol/channel.ts";

interface Requests {
  double: { params: number; result: number };
  explode: { params: null; result: null };
}

/** Two ends that hear each other, later as between processes. */
function pipes(): [Pipe, Pipe] {
  const heard: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const end = (own: 0 | 1, other: 0 | 1): Pipe => ({
    post: (message) => queueMicrotask(() => heard[other].forEach((listener) => listener(structuredClone(message)))),
    listen: (listener) => {
      heard[own].push(listener);
      return () => void heard[own].splice(heard[own].indexOf(listener), 1);
    },
  });
  return [end(0, 1), end(1, 0)];
}

const answers: Answers<Requests> = {
  double: { accepts: (params): params is number => typeof params === "number", answer: (params) => Promise.resolve(params * 2) },
  explode: {
    accepts: (params): params is null => params === null,
    answer: () => {
      throw new Error("It went wrong.");
    },
  },
};

function connect(): { asker: Asker<Requests>; loose: Asker<Record<string, { params: unknown; result: unknown }>>; failures: string[]; stop: () => void } {
  const [near, far] = pipes();
  const failures: string[] = [];
  const stop = answerRequests<Requests>(far, answers, (name, error) => failures.push(`${name}: ${String(error)}`));
  return { asker: new Asker<Requests>(near), loose: new Asker(near), failures, stop };
}

describe("asking", () => {
  it("brings each answer to its question", async () => {
    const { asker } = connect();
    expect(await Promise.all([asker.ask("double", 1), asker.ask("double", 21)])).toEqual([2, 42]);
  });

  it("fails with what the handler threw, and the answering side learns of it", async () => {
    const { asker, failures } = connect();
    await expect(asker.ask("explode", null)).rejects.toThrow("It went wrong.");
    expect(failures).toEqual(["explode: Error: It went wrong."]);
  });

  it.each(["unknown", "toString", "__proto__", "constructor"])("fails for the name %s, which nobody answers", async (name) => {
    await expect(connect().loose.ask(name, null)).rejects.toThrow(`Unknown request: ${name}`);
  });

  it("fails when the params have another form", async () => {
    await expect(connect().loose.ask("double", "two")).rejects.toThrow("Malformed request: double");
  });

  it("fails when the asker ends first", async () => {
    const { asker, stop } = connect();
    stop();
    const asked = asker.ask("double", 1);
    asker.dispose();
    await expect(asked).rejects.toThrow("gone");
  });

  it("passes over what is no message of its own", async () => {
    const [near, far] = pipes();
    const asker = new Asker<Requests>(near);
    answerRequests<Requests>(far, answers, () => undefined);
    for (const noise of [null, 7, "text", { ask: "1", name: "double" }, { answer: 1, failure: 5 }, { answer: 99, result: 1 }]) {
      near.post(noise);
      far.post(noise);
    }
    expect(await asker.ask("double", 4)).toBe(8);
  });
});

describe("telling", () => {
  interface Events {
    happened: { readonly what: string };
  }

  it("reaches whoever hears, until he stops; unknown names are passed over", async () => {
    const [near, far] = pipes();
    const heard: string[] = [];
    const stop = hearEvents<Events>(near, { happened: ({ what }) => void heard.push(what) });
    tell<Events>(far, "happened", { what: "first" });
    far.post({ tell: "toString", params: null });
    far.post({ tell: "elsewhere", params: null });
    await Promise.resolve();
    stop();
    tell<Events>(far, "happened", { what: "second" });
    await Promise.resolve();
    expect(heard).toEqual(["first"]);
  });
});
