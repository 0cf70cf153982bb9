import { expect, test } from "vitest";
import { emptyInventory } from "../../src/model/inventory.ts";
import { hostedConnectionOperations } from "../../src/operations/hosted-connections.ts";
import { inEnglish } from "../support/in-english.ts";
import { connection, interconnect, lag } from "../support/sample-inventory.ts";

const { allocateHostedConnection, moveHostedConnection } = hostedConnectionOperations;
const subject = connection({ id: "dxcon-h", hosted: true, vlan: 400, parentId: "dxcon-i", bandwidth: "5Gbps", ownerAccount: "222233334444" });

test("a hosted connection is as fast as its port at most", () => {
  const speeds = (bandwidth: string) => allocateHostedConnection.parameters.bandwidth.options({ target: interconnect({ id: "dxcon-i", bandwidth }), inventory: emptyInventory, answers: {} });
  expect(speeds("1Gbps").at(-1)?.value).toBe("1Gbps");
  expect(speeds("100Gbps").at(-1)?.value).toBe("25Gbps");
  const answers = { ownerAccount: "222233334444", bandwidth: "1Gbps", name: "theirs", vlan: 401, tags: undefined };
  expect(allocateHostedConnection.input(answers, interconnect({ id: "dxcon-i" }), "us-east-1")).toEqual({
    connectionId: "dxcon-i",
    ownerAccount: "222233334444",
    bandwidth: "1Gbps",
    connectionName: "theirs",
    vlan: 401,
  });
});

test("it moves to a port of its location that is fast enough and has its VLAN free", () => {
  const ports = [
    interconnect({ id: "dxcon-i" }),
    interconnect({ id: "fits" }),
    interconnect({ id: "slow", bandwidth: "1Gbps" }),
    interconnect({ id: "elsewhere", location: "CSVA1" }),
    interconnect({ id: "taken" }),
    connection({ id: "x", hosted: true, vlan: 400, parentId: "taken" }),
    lag({ id: "bundle" }),
    lag({ id: "private", allowsHostedConnections: false }),
  ];
  const options = moveHostedConnection.parameters.port.options({ target: subject, inventory: { ...emptyInventory, resources: [subject, ...ports] }, answers: {} });
  expect(options.map(({ id }) => id)).toEqual(["fits", "bundle"]);
  expect(moveHostedConnection.input({ port: interconnect({ id: "fits" }) }, subject, "us-east-1")).toEqual({ connectionId: "dxcon-h", parentConnectionId: "fits" });
  expect(inEnglish(moveHostedConnection.consequence?.(subject, emptyInventory, { port: interconnect({ id: "fits" }) }))).toMatch(/go down/);
});
