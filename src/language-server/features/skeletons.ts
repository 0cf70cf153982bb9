import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver";
import type { MapName } from "../../model/plan/schema-types.ts";

/** A new member of a section, with the fields that it needs. */
interface Skeleton {
  readonly label: string;
  readonly name: string;
  readonly fields: readonly string[];
}

const privateFields = ["type: private", "connection: ${2}", "vlan: ${3:101}", "asn: ${4:65001}", "directConnectGateway: ${5}"];

const skeletons: Readonly<Partial<Record<MapName, readonly Skeleton[]>>> = {
  connections: [
    { label: "new connection", name: "primary", fields: ["location: ${2:EqDC2}", "bandwidth: ${3|1Gbps,10Gbps,100Gbps,400Gbps|}"] },
    { label: "hosted connection to confirm", name: "partner-link", fields: ["hosted: true", "id: ${2:dxcon-}"] },
    { label: "existing connection", name: "existing", fields: ["id: ${2:dxcon-}"] },
  ],
  lags: [{ label: "new LAG", name: "bundle", fields: ["location: ${2:EqDC2}", "connectionsBandwidth: ${3|1Gbps,10Gbps,100Gbps,400Gbps|}", "numberOfConnections: ${4:2}", "minimumLinks: ${5:1}"] }],
  interconnects: [{ label: "new interconnect", name: "interconnect", fields: ["location: ${2:EqDC2}", "bandwidth: ${3|1Gbps,10Gbps,100Gbps|}"] }],
  hostedConnections: [
    { label: "new hosted connection", name: "customer", fields: ["parent: ${2}", 'ownerAccount: "${3:111122223333}"', "bandwidth: ${4:500Mbps}", "vlan: ${5:301}"] },
  ],
  directConnectGateways: [{ label: "new Direct Connect gateway", name: "core", fields: ["amazonSideAsn: ${2:64512}"] }],
  virtualInterfaces: [
    { label: "new private virtual interface", name: "private", fields: privateFields },
    { label: "new transit virtual interface", name: "transit", fields: ["type: transit", ...privateFields.slice(1)] },
    {
      label: "new public virtual interface",
      name: "public",
      fields: [
        "type: public", "connection: ${2}", "vlan: ${3:201}", "asn: ${4:65001}", "amazonAddress: ${5:203.0.113.1/30}",
        "customerAddress: ${6:203.0.113.2/30}", "routeFilterPrefixes: [${7:198.51.100.0/24}]",
      ],
    },
    { label: "virtual interface to confirm", name: "from-network-team", fields: ["type: private", "id: ${2:dxvif-}", "accept: true", "directConnectGateway: ${3}"] },
  ],
  associations: [
    { label: "new association", name: "vpc", fields: ["directConnectGateway: ${2}", "gateway: ${3:vgw-}", "allowedPrefixes: [${4:10.0.0.0/16}]"] },
    { label: "proposal to accept", name: "from-other-team", fields: ["directConnectGateway: ${2}", "proposal: ${3}", 'gatewayOwnerAccount: "${4:222233334444}"'] },
  ],
  resiliencyGroups: [
    { label: "new resiliency group", name: "group", fields: ["intendedResiliencyModel: ${2|maximum-resiliency,high-resiliency,basic-resiliency|}", "connections: [${3}]"] },
  ],
  bgpPeers: [{ label: "IPv6 peer", name: "v6", fields: ["addressFamily: ipv6", "asn: ${2:65001}"] }],
};

/** Whole members of a map from logical names, to be filled in; the editor adds the indentation of the line. */
export function skeletonsOf(map: MapName, isInFlow: boolean): CompletionItem[] {
  return (skeletons[map] ?? []).map(({ label, name, fields }, place) => ({
    label,
    kind: CompletionItemKind.Snippet,
    insertTextFormat: InsertTextFormat.Snippet,
    insertText: isInFlow ? `\${1:${name}}: { ${fields.join(", ")} }` : `\${1:${name}}:\n${fields.map((field) => `  ${field}`).join("\n")}`,
    sortText: String(place),
  }));
}

/** An item for a client that cannot fill in places one after the other: each place has its example. */
export function withoutPlaces(item: CompletionItem): CompletionItem {
  const { insertTextFormat, textEdit } = item;
  if (insertTextFormat !== InsertTextFormat.Snippet || textEdit === undefined) return item;
  const newText = textEdit.newText.replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^|]*\|)?\}/g, (_, example?: string, choice?: string) => example ?? choice ?? "");
  return { ...item, insertTextFormat: InsertTextFormat.PlainText, insertText: newText, textEdit: { ...textEdit, newText } };
}
