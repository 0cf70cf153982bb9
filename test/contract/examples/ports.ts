import { networkTeam, partner } from "../clients.ts";
import { changeEstate, entryOf, type Examples, type Sample } from "./example.ts";

const order = { location: "EqDC2", bandwidth: "10Gbps", requestMACSec: true, providerName: "Megaport" };
const hosted = { ownerAccount: networkTeam, bandwidth: "200Mbps", connectionName: "branch", vlan: 900 };
const ckn = "0123456789abcdef".repeat(4);

/** Connections, interconnects, LAGs, what partners put on them, and their keys. */
export function portExamples(sample: Sample): Examples {
  const { id } = sample;
  const carrier = () => id("megaport-iad-1");
  return {
    AllocateConnectionOnInterconnect: { account: partner, input: () => ({ ...hosted, interconnectId: carrier() }) },
    AllocateHostedConnection: {
      account: partner,
      input: () => ({ ...hosted, connectionId: carrier(), tags: [{ key: "site", value: "norfolk" }] }),
    },
    AssociateConnectionWithLag: {
      input: async () => {
        const connectionId = id("prod-iad-lag-1");
        await changeEstate(sample, (estate) => delete entryOf(estate, "connections", connectionId)["lagId"]);
        return { connectionId, lagId: id("prod-iad-lag") };
      },
    },
    AssociateHostedConnection: {
      account: partner,
      input: async () => {
        const parentConnectionId = "dxcon-second00";
        await changeEstate(sample, (estate) => {
          estate["interconnects"]?.push({ ...entryOf(estate, "interconnects", carrier()), interconnectId: parentConnectionId });
        });
        return { connectionId: id("branch-iad-data"), parentConnectionId };
      },
    },
    AssociateMacSecKey: {
      input: async () => {
        const connectionId = id("prod-iad-a");
        await changeEstate(sample, (estate) => (entryOf(estate, "connections", connectionId)["macSecCapable"] = true));
        return { connectionId, ckn, cak: ckn };
      },
    },
    CreateConnection: { input: () => ({ ...order, connectionName: "new" }) },
    CreateInterconnect: { account: partner, input: () => ({ ...order, interconnectName: "new" }) },
    CreateLag: {
      input: () => ({ ...order, connectionsBandwidth: order.bandwidth, lagName: "new", numberOfConnections: 2, billingMode: "FlatRateTier1" }),
    },
    DisassociateConnectionFromLag: { input: () => ({ connectionId: id("prod-iad-lag-1"), lagId: id("prod-iad-lag") }) },
    DisassociateMacSecKey: {
      input: async () => {
        const connectionId = id("prod-iad-a");
        const key = { secretARN: "arn:aws:secretsmanager:us-east-1:111122223333:secret:a", ckn, state: "associated" };
        await changeEstate(sample, (estate) => {
          Object.assign(entryOf(estate, "connections", connectionId), { macSecCapable: true, macSecKeys: [key] });
        });
        return { connectionId, secretARN: key.secretARN };
      },
    },
    UpdateConnectionsBillingMode: { input: () => ({ connectionIds: [id("prod-iad-a")], billingMode: "FlatRateTier1" }) },
  };
}
