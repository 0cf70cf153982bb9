import { onceFor } from "./once-for.ts";
import type { Rule } from "./rules/rule.ts";
import { rules } from "./rules/table.ts";
import type { FieldType } from "./schema-types.ts";
import { mayBeSecret } from "./type-fault.ts";

/** What can be said of all values of a type. Thousands of values are checked at opening, so it is found out once. */
export interface TypeFacts {
  readonly isSecret: boolean;
  /** Whether it may be left empty. */
  readonly takesNothing: boolean;
  /** Rules that are asked before it is known whether a value is of its type. */
  readonly first: readonly Rule[];
  /** Rules for values of the type. */
  readonly then: readonly Rule[];
}

export const factsOf = onceFor((type: FieldType): TypeFacts => {
  const format = "format" in type ? type.format : undefined;
  const asked = format === undefined ? [] : rules.filter((rule) => rule.value !== undefined && rule.formats?.includes(format) === true);
  return {
    isSecret: mayBeSecret(type),
    takesNothing: ["map", "named", "tags", "ids"].includes(type.kind),
    first: asked.filter((rule) => rule.beforeType === true),
    then: asked.filter((rule) => rule.beforeType !== true),
  };
});
