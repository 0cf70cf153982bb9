import { describe, expect, test } from "vitest";
import { createReadSection } from "../../src/aws/read-section.ts";
import { verbatim } from "../../src/model/text.ts";
import { ApiError, type Send } from "../../src/operations/send.ts";

test("reading ends with its signal also while the account is looked for", async () => {
  const abort = new AbortController();
  const readSection = createReadSection({ send: () => Promise.reject(new Error("nothing is sent")), accountOf: () => new Promise(() => undefined) });
  const reading = readSection({ profile: "prod", region: "us-east-1", name: "connections" }, abort.signal);
  abort.abort();
  await expect(reading).rejects.toMatchObject({ reason: "cancelled" });
});

describe("resiliency groups", () => {
  const groups = { items: [{ resiliencyGroupId: "dxrg-1", resiliencyGroupName: "pair", state: "available" }] };
  const arnOf = (id: string): string => `arn:aws:directconnect:us-east-1:111122223333:dxcon/${id}`;
  const one = { items: [{ connectionArn: arnOf("dxcon-1"), state: "associated" }] };
  const refusal = (action: string, code: string, reason: ApiError["reason"]): ApiError => new ApiError({ action, code, reason, text: verbatim(code), isUnknownOperation: code === "UnknownOperationException" });
  const denied = (action: string): ApiError => refusal(action, "AccessDeniedException", "denied");

  /** What is read where the two listings bring these answers, page by page. */
  async function read(answers: Readonly<Record<string, readonly (object | ApiError)[]>>) {
    const left = new Map(Object.entries(answers).map(([action, pages]) => [action, pages.values()]));
    const send = (({ action }: { readonly action: string }) => {
      const answer = left.get(action)?.next().value;
      return answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve({ output: answer ?? {}, requestId: undefined });
    }) as Send;
    const readSection = createReadSection({ send, accountOf: () => Promise.resolve("111122223333") });
    const { resources, failures } = await readSection({ profile: "prod", region: "us-east-1", name: "resiliencyGroups" }, new AbortController().signal);
    return { members: resources.map((group) => (group.kind === "resiliencyGroup" ? group.connectionIds : "no group")), failures: failures.map(({ action, reason }) => `${action}: ${reason}`) };
  }

  test.each<[string, Parameters<typeof read>[0], Awaited<ReturnType<typeof read>>]>([
    ["have the connections that are listed", { ListResiliencyGroups: [groups], ListResiliencyGroupAssociations: [one] }, { members: [["dxcon-1"]], failures: [] }],
    ["have none where none is listed", { ListResiliencyGroups: [groups], ListResiliencyGroupAssociations: [{ items: [] }] }, { members: [[]], failures: [] }],
    [
      "are shown without their connections where these may not be listed, which is told",
      { ListResiliencyGroups: [groups], ListResiliencyGroupAssociations: [denied("ListResiliencyGroupAssociations")] },
      { members: [undefined], failures: ["ListResiliencyGroupAssociations: denied"] },
    ],
    [
      "do not take a part of their connections for all",
      { ListResiliencyGroups: [groups], ListResiliencyGroupAssociations: [{ ...one, nextToken: "2" }, refusal("ListResiliencyGroupAssociations", "DirectConnectServerException", "refused")] },
      { members: [undefined], failures: ["ListResiliencyGroupAssociations: refused"] },
    ],
    ["are lacked without a word where they may not be listed", { ListResiliencyGroups: [denied("ListResiliencyGroups")] }, { members: [], failures: [] }],
    ["and where the endpoint does not know them", { ListResiliencyGroups: [refusal("ListResiliencyGroups", "UnknownOperationException", "refused")] }, { members: [], failures: [] }],
    ["but not where their listing is refused otherwise", { ListResiliencyGroups: [refusal("ListResiliencyGroups", "ValidationException", "refused")] }, { members: [], failures: ["ListResiliencyGroups: refused"] }],
  ])("%s", async (_, answers, found) => expect(await read(answers)).toEqual(found));
});
