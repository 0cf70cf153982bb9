/** What the manifest contributes for plan files, and for documents that hold one call of the API. */
export const language = {
  languages: [
    {
      id: "dx-plan",
      aliases: ["Direct Connect Plan", "dx-plan"],
      extensions: [".dx.yaml", ".dx.yml"],
      configuration: "./language-configuration.json",
      icon: { light: "./media/plan-light.svg", dark: "./media/plan-dark.svg" },
    },
  ],
  grammars: [{ language: "dx-plan", scopeName: "source.dx-plan", path: "./syntaxes/dx-plan.tmLanguage.json" }],
  jsonValidation: [{ fileMatch: ["*.dx-call.json"], url: "./schemas/dx-call.schema.json" }],
  snippets: [{ language: "dx-plan", path: "./snippets/dx-plan.json" }],
  configurationDefaults: {
    "[dx-plan]": {
      "editor.insertSpaces": true,
      "editor.tabSize": 2,
      "editor.autoIndent": "full",
      "editor.acceptSuggestionOnEnter": "smart",
      "editor.wordBasedSuggestions": "off",
      "editor.quickSuggestions": { other: true, comments: false, strings: true },
    },
  },
};
