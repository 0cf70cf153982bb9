import tseslint from "typescript-eslint";

const banned = [
  { selector: "Program > VariableDeclaration[kind='let']", message: "No module variables: state lives in an object made in main.ts." },
  { selector: "Program > ExportNamedDeclaration > VariableDeclaration[kind='let']", message: "No module variables: state lives in an object made in main.ts." },
  { selector: "PropertyDefinition[static=true]:not([readonly=true])", message: "No mutable statics." },
  { selector: "ExportDefaultDeclaration", message: "No default exports: a thing has one name." },
  { selector: "TSEnumDeclaration", message: "Use a union of string literals: it is what crosses the wires." },
  { selector: "TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]", message: "No I prefix." },
  {
    selector: "ExpressionStatement > CallExpression[callee.property.name=/^(register[A-Z]\\w*|onDid[A-Z]\\w*|onWill[A-Z]\\w*)$/]",
    message: "Keep the Disposable that this returns.",
  },
];

export default tseslint.config(
  { ignores: ["dist/", ".build/", ".host/", "node_modules/", "test-results/", "test/architecture/breakers/"] },
  {
    files: ["src/**/*.ts", "test/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-restricted-syntax": ["error", ...banned],
      "no-console": "error",
      complexity: ["error", 10],
      "max-params": ["error", 4],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: { "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  { files: ["src/cli/**/*.ts", "src/simulator/main.ts"], rules: { "no-console": "off" } },
  {
    files: ["scripts/**/*.mjs", "*.mjs"],
    extends: [tseslint.configs.recommended],
  },
);
