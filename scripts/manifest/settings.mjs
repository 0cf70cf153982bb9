/**
 * The settings, in the order of the settings editor. What chooses accounts or an address has machine scope: a
 * workspace cannot set it. Neither can it set what protects, which has application scope: a protection that the
 * person's own settings name holds in every window, also in one on another machine.
 */
export const settings = {
  defaultProfiles: {
    schema: { type: "array", items: { type: "string" }, uniqueItems: true, default: [], scope: "machine" },
    text: "Names of the AWS profiles that a workspace starts with. What you choose in a workspace is kept there and comes first.",
  },
  defaultRegions: {
    schema: { type: "array", items: { type: "string" }, uniqueItems: true, default: [], scope: "machine" },
    itemPattern: "^[a-z]{2,4}(-[a-z]+)+-\\d$",
    patternText: "Write a Region's code, such as us-east-1.",
    text: "Regions that a workspace starts with, such as `us-east-1`. While it is empty, each profile's own Region is read.",
  },
  endpoint: {
    schema: { type: "string", default: "", scope: "machine" },
    pattern: "^(https?://[^\\s]+)?$",
    patternText: "Write a URL that begins with http:// or https://, or leave it empty.",
    text: "Another address than AWS's to send every Direct Connect call to, such as a simulator's `http://127.0.0.1:8080`. Empty for AWS; while it is no address, nothing is sent to anywhere.",
  },
  protectedProfiles: {
    schema: { type: "array", items: { type: "string" }, uniqueItems: true, default: [], scope: "application" },
    text: "Names of AWS profiles that only read, until you unlock one for some minutes with the command “Unlock Profile…”.",
  },
  confirmation: {
    schema: { type: "string", enum: ["button", "typedName"], default: "button", scope: "application" },
    text: "How you confirm what destroys something.",
    enumTexts: ["With a button.", "By typing the name of what is destroyed."],
  },
  refreshMinutes: {
    schema: { type: "integer", minimum: 0, maximum: 1440, default: 5, scope: "window" },
    text: "After how many minutes everything is read again while the tree or the graph is in sight. With 0 that happens only when you ask for it.",
  },
  rules: {
    schema: {
      type: "object",
      default: {},
      scope: "window",
      propertyNames: { pattern: "^DX\\d{3}$" },
      additionalProperties: { type: "string", enum: ["off", "hint", "warning", "error"] },
    },
    text: "How loud a rule for plan files is, by its code, such as `DX112`: off, hint, warning or error. Rules that are not named keep their own severity.",
  },
  "trace.server": {
    schema: { type: "string", enum: ["off", "messages"], default: "off", scope: "window" },
    text: "What the log shows of the talk between VS Code and the language server for plan files.",
    enumTexts: ["Nothing.", "The names of the messages; never a plan's content, which may hold a key."],
  },
};

/** The `configuration` contribution, with its texts as keys of package.nls.json. */
export function configurationFrom() {
  const properties = Object.entries(settings).map(([name, setting], index) => [
    `directConnect.${name}`,
    { order: index + 1, ...withPatterns(name, setting), ...enumDescriptions(name, setting), markdownDescription: `%setting.${name}%` },
  ]);
  return { title: "%container.title%", properties: Object.fromEntries(properties) };
}

/** The texts of the settings by their key in package.nls.json. */
export function settingTexts() {
  return Object.entries(settings).flatMap(([name, { schema, text, patternText, enumTexts = [] }]) => [
    [`setting.${name}`, text],
    ...(patternText === undefined ? [] : [[`setting.${name}.pattern`, patternText]]),
    ...enumTexts.map((enumText, index) => [`setting.${name}.${schema.enum[index]}`, enumText]),
  ]);
}

function withPatterns(name, { schema, pattern, itemPattern }) {
  const message = { patternErrorMessage: `%setting.${name}.pattern%` };
  if (pattern !== undefined) return { ...schema, pattern, ...message };
  if (itemPattern !== undefined) return { ...schema, items: { ...schema.items, pattern: itemPattern, ...message } };
  return schema;
}

function enumDescriptions(name, { schema, enumTexts }) {
  return enumTexts === undefined ? {} : { markdownEnumDescriptions: schema.enum.map((value) => `%setting.${name}.${value}%`) };
}
