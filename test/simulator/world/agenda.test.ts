import { expect, test } from "vitest";
import { Agenda } from "../../../src/simulator/world/agenda.ts";
import type { GatewayRecord } from "../../../src/simulator/world/records.ts";

function gateway(id: string, at: number, state = "available"): GatewayRecord {
  const becomes = { state, at };
  const named = { name: id, ownerAccount: "111122223333", tags: [] };
  return { kind: "directConnectGateway", id, order: 0, state: "pending", becomes, ...named, amazonSideAsn: 64512, stateChangeError: undefined };
}

function noted(...records: GatewayRecord[]): Agenda {
  const agenda = new Agenda();
  for (const record of records) if (record.becomes !== undefined) agenda.note({ ...record.becomes, record });
  return agenda;
}

function taken(agenda: Agenda, until: number): string[] {
  const ids: string[] = [];
  for (let due = agenda.take(until); due !== undefined; due = agenda.take(until)) ids.push(due.record.id);
  return ids;
}

test("what is due comes earliest first, and in the noted order within a moment", () => {
  const agenda = noted(gateway("c", 30), gateway("a", 10), gateway("b", 20), gateway("a2", 10));
  expect(taken(agenda, 20)).toEqual(["a", "a2", "b"]);
  expect(taken(agenda, 29)).toEqual([]);
  expect(taken(agenda, 30)).toEqual(["c"]);
});

test("what another change has overtaken never comes", () => {
  const record = gateway("a", 10);
  const agenda = noted(record);
  record.becomes = { state: "deleted", at: 40 };
  agenda.note({ ...record.becomes, record });
  expect(taken(agenda, 39)).toEqual([]);
  expect(taken(agenda, 40)).toEqual(["a"]);
});
