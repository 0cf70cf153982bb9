// The room table of docs/architecture.md, executable. A new folder under src is an error until it stands here.
const rooms = {
  model: [],
  operations: ["model"],
  protocol: ["model", "operations"],
  aws: ["model", "operations"],
  "language-server": ["model", "protocol"],
  webview: ["model", "operations", "protocol"],
  extension: ["model", "operations", "protocol", "aws"],
  cli: ["model", "operations", "aws"],
  simulator: [],
};

// Which rooms may load a package at run time, and which may only see its types.
const packages = {
  vscode: { rooms: ["extension"], types: [] },
  "vscode-languageclient": { rooms: ["extension"], types: [] },
  "vscode-languageserver[^/]*": { rooms: ["language-server"], types: [] },
  "@aws-sdk/[^/]+|@smithy/[^/]+": { rooms: ["aws"], types: ["operations"] },
  "cytoscape[^/]*": { rooms: ["webview"], types: [] },
  "ipaddr\\.js": { rooms: ["model", "simulator"], types: [] },
  commander: { rooms: ["cli"], types: [] },
};

const roomsWithNode = ["aws", "extension", "language-server", "cli", "simulator"];
const alternatives = (names) => names.join("|");
const packagePath = (name) => `node_modules/(@types/)?(${name})(/|$)`;

const roomRules = Object.entries(rooms).map(([room, mayImport]) => ({
  name: `room-${room}`,
  comment: `${room} may import ${mayImport.join(", ") || "no other room"}.`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: `^src/(${alternatives([room, ...mayImport])})/` },
}));

const packageRules = Object.entries(packages).flatMap(([name, { rooms: loaders, types }]) => {
  const label = name.replace(/[^a-z-]+/g, "-").replace(/^-|-$/g, "");
  const to = { path: `^(${name})$|${packagePath(name)}` };
  const rules = [
    {
      name: `package-${label}`,
      comment: `Only ${loaders.join(", ")} may import it.`,
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${alternatives([...loaders, ...types])})/` },
      to,
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `package-${label}-types-only`,
      comment: `${types.join(", ")} may see its types, never load it.`,
      severity: "error",
      from: { path: `^src/(${alternatives(types)})/` },
      to: { ...to, dependencyTypesNot: ["type-only"] },
    });
  }
  return rules;
});

module.exports = {
  forbidden: [
    ...roomRules,
    ...packageRules,
    {
      name: "unknown-room",
      comment: "A folder under src has to be a room of the table.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${alternatives(Object.keys(rooms))})/` },
      to: {},
    },
    {
      name: "unlisted-package",
      comment: "A package has to stand in the package table before a room may use it.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-optional", "npm-no-pkg", "npm-unknown"],
        pathNot: `^vscode$|${packagePath(alternatives(Object.keys(packages)))}`,
      },
    },
    {
      name: "node-in-pure-room",
      comment: "Rooms without Node run anywhere.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${alternatives(roomsWithNode)})/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "aws-joined-in-main-only",
      comment: "The extension's other files take what they need from aws as an argument.",
      severity: "error",
      from: { path: "^src/extension/", pathNot: "^src/extension/main\\.ts$" },
      to: { path: "^src/aws/" },
    },
    {
      name: "src-imports-test",
      comment: "What ships never reaches into the tests.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts)/" },
    },
    { name: "no-circular", severity: "error", from: { path: "^src/" }, to: { circular: true } },
    {
      name: "no-circular-folders",
      severity: "error",
      scope: "folder",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "unresolvable",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true, pathNot: "^vscode$" },
    },
    {
      name: "orphan",
      comment: "A file that nobody imports and that is no entry point is dead.",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "/main\\.ts$|\\.d\\.ts$" },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.build|dist)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".d.ts", ".js", ".cjs", ".mjs"],
    },
  },
};
