/** The settings, in the order of the settings editor. None may be set by a workspace that is not trusted. */
export const settings = {
  defaultProfiles: {
    type: "array",
    items: { type: "string" },
    uniqueItems: true,
    default: [],
    scope: "machine",
    text: "Names of the AWS profiles that a workspace starts with. What you choose in a workspace is kept there and comes first.",
  },
  defaultRegions: {
    type: "array",
    items: { type: "string", pattern: "^[a-z]{2,4}(-[a-z]+)+-\\d$", patternErrorMessage: "Write a Region's code, such as us-east-1." },
    uniqueItems: true,
    default: [],
    scope: "machine",
    text: "Regions that a workspace starts with, such as `us-east-1`. While it is empty, each profile's own Region is read.",
  },
  endpoint: {
    type: "string",
    default: "",
    scope: "machine",
    pattern: "^(https?://[^\\s]+)?$",
    patternErrorMessage: "Write a URL that begins with http:// or https://, or leave it empty.",
    text: "Another address than AWS's to send every Direct Connect call to, such as a simulator's `http://127.0.0.1:8080`. Empty for AWS.",
  },
  "trace.server": {
    type: "string",
    enum: ["off", "messages", "verbose"],
    default: "off",
    scope: "window",
    text: "What the log shows of the talk between VS Code and the language server for plan files.",
    enumTexts: ["Nothing.", "The names of the messages.", "The messages in full."],
  },
};

/** The `configuration` contribution, with its texts as keys of package.nls.json. */
export function configurationFrom() {
  const properties = Object.entries(settings).map(([name, { text: _text, enumTexts, ...schema }], index) => [
    `directConnect.${name}`,
    {
      order: index + 1,
      ...schema,
      ...(schema.patternErrorMessage === undefined ? {} : { patternErrorMessage: `%setting.${name}.pattern%` }),
      ...(schema.items?.patternErrorMessage === undefined
        ? {}
        : { items: { ...schema.items, patternErrorMessage: `%setting.${name}.pattern%` } }),
      ...(enumTexts === undefined ? {} : { markdownEnumDescriptions: schema.enum.map((value) => `%setting.${name}.${value}%`) }),
      markdownDescription: `%setting.${name}%`,
    },
  ]);
  return { title: "%container.title%", properties: Object.fromEntries(properties) };
}

/** The texts of the settings by their key in package.nls.json. */
export function settingTexts() {
  return Object.entries(settings).flatMap(([name, setting]) => {
    const pattern = setting.patternErrorMessage ?? setting.items?.patternErrorMessage;
    return [
      [`setting.${name}`, setting.text],
      ...(pattern === undefined ? [] : [[`setting.${name}.pattern`, pattern]]),
      ...(setting.enumTexts ?? []).map((text, index) => [`setting.${name}.${setting.enum[index]}`, text]),
    ];
  });
}
