// Plans of any length without a mistake, as an estate of many sites would have them.

/** Where the cursor stands in the measurements, in a plan of `planText`. */
export const markers = { hover: "vlan: ", completion: "    # more" };

/**
 * A plan of about so many lines. In its middle a resource has a line of blanks under `markers.completion`.
 *
 * @param {number} lines
 */
export function planText(lines) {
  const sites = Math.max(1, Math.round((lines - headLines) / linesPerSite));
  const all = Array.from({ length: sites }, (_, site) => site);
  const middle = Math.floor(sites / 2);
  return [
    'version: 1\naccount: "111122223333"\nregion: us-east-1\ntags: { owner: network }',
    ...section("connections", all.filter((site) => site % sitesPerPair === 0).flatMap(connections)),
    ...section("lags", all.filter((site) => site % (2 * sitesPerPair) === 0).map(lag)),
    ...section("directConnectGateways", all.map(gateway)),
    ...section("virtualInterfaces", all.flatMap((site) => interfaces(site, site === middle))),
    ...section("associations", all.map(association)),
    "",
  ].join("\n");
}

// Within AWS's quotas: 10 connections a location, 10 LAGs a Region, 50 virtual interfaces a connection.
const interfacesPerSite = 6;
const sitesPerPair = 10;
const headLines = 21;
const linesPerSite = 81;
const locations = ["EqDC2", "CSVA1", "DCBBV", "EqDA2", "CSNY1", "EqCH2"];

function section(name, resources) {
  return [`${name}:`, ...resources];
}

/** Two connections carry the virtual interfaces of several sites. */
function connections(site) {
  return [0, 1].map((at) => {
    const location = locations[((site / sitesPerPair) * 2 + at) % locations.length];
    return resource(`pair${site}-${at}`, [`name: prod-pair${site}-${at}`, `location: ${location}`, "bandwidth: 10Gbps", "providerName: Equinix", "tags:", "  env: prod"]);
  });
}

function lag(site) {
  return resource(`lag${site}`, ["location: EqDC2", "connectionsBandwidth: 10Gbps", "numberOfConnections: 2", "minimumLinks: 1"]);
}

// A port takes four transit virtual interfaces.
const isTransit = (site) => site % sitesPerPair === 1;

function gateway(site) {
  return resource(`core${site}`, [`name: core-${site}`, `amazonSideAsn: ${64600 + site}`]);
}

function interfaces(site, isMiddle) {
  return Array.from({ length: interfacesPerSite }, (_, at) => {
    const subnet = (site * interfacesPerSite + at) * 4;
    const address = (host) => `169.254.${Math.floor((subnet + host) / 256) % 256}.${(subnet + host) % 256}/30`;
    return resource(`site${site}-vif${at}`, [
      `type: ${isTransit(site) ? "transit" : "private"}`,
      `connection: pair${site - (site % sitesPerPair)}-${at % 2}`,
      `vlan: ${101 + (site % sitesPerPair) * interfacesPerSite + at}`,
      "asn: 65001",
      "mtu: 8500",
      `directConnectGateway: core${site}`,
      `amazonAddress: ${address(1)}`,
      `customerAddress: ${address(2)}`,
      "authKey: ${env:BGP_KEY}",
      "tags:",
      "  env: prod",
      ...(isMiddle && at === 0 ? ["# more", ""] : []),
    ]);
  });
}

function association(site) {
  const id = site.toString(16).padStart(17, "0");
  const [high, low] = [Math.floor(site / 256), site % 256];
  return resource(`core${site}-vpc`, [`directConnectGateway: core${site}`, `gateway: ${isTransit(site) ? "tgw" : "vgw"}-${id}`, `allowedPrefixes: [10.${high}.${low}.0/24]`]);
}

function resource(name, fields) {
  return [`  ${name}:`, ...fields.map((field) => `    ${field}`)].join("\n");
}
