import type * as Sdk from "@aws-sdk/client-direct-connect";
import type { Action } from "../operations/sdk.ts";
import { newerMembers, newerOperations, newerStructures, type Members, type MemberType } from "./newer-schemas.ts";

/** A command of the SDK's client, whichever. */
export type AnyCommand = Parameters<Sdk.DirectConnectClient["send"]>[0];

/**
 * Makes the command of any operation. Each has a schema of our own: that of the SDK with what AWS's newest service model
 * has beside it, because the SDK silently drops members that its schemas do not name, asked or answered.
 */
export function createCommands(sdk: typeof Sdk): (action: Action, input: unknown) => AnyCommand {
  const schemas = new Schemas(sdk);
  return (action, input) => withSchema(sdkCommand(sdk, action, input), action, schemas.operation(action));
}

/** The SDK's schemas are arrays: a number for what is plain, else the kind, namespace, name, traits and what follows. */
type Schema = number | readonly unknown[] | (() => Schema);

const kinds = { list: 1, map: 2, structure: 3, operation: 9 } as const;
const plain: Readonly<Record<string, number>> = { text: 0, number: 1, flag: 2, time: 4 };
/** Added to a plain type's number: a list of it. */
const listOfPlain = 64;
const namespace = "com.amazonaws.directconnect";

/** Schemas with newer members, each made once: they refer to each other. */
class Schemas {
  readonly #sdk: Readonly<Record<string, unknown>>;
  readonly #known = new Map<string, Schema>();

  constructor(sdk: typeof Sdk) {
    this.#sdk = sdk;
  }

  operation(action: Action): Schema {
    return this.#once(`operation ${action}`, () => this.#makeOperation(action));
  }

  #makeOperation(action: Action): Schema {
    if (isNewer(action)) {
      const [input, output] = newerOperations[action];
      return [kinds.operation, namespace, action, 0, () => this.#structure(input), () => this.#structure(output)];
    }
    const [kind, space, name, traits, input, output] = this.#sdk[`${action}$`] as readonly unknown[];
    return [kind, space, name, traits, () => this.#extended(input as Schema), () => this.#extended(output as Schema)];
  }

  /** A structure by its name: a newer one, or the SDK's with its newer members. */
  #structure(name: string): Schema {
    const members = newerStructures[name];
    if (members === undefined) return this.#extended(this.#sdk[`${name}$`] as Schema);
    return this.#once(name, () => [kinds.structure, namespace, name, 0, Object.keys(members), this.#typesOf(members)]);
  }

  #extended(given: Schema): Schema {
    const schema = typeof given === "function" ? given() : given;
    if (typeof schema === "number" || typeof schema === "function") return schema;
    const [kind, space, name, traits, ...rest] = schema;
    if (kind === kinds.list) return this.#once(`list ${String(name)}`, () => [kind, space, name, traits, () => this.#extended(rest[0] as Schema)]);
    if (kind !== kinds.structure) return schema;
    return this.#once(String(name), () => {
      const [names, types, ...required] = rest as [readonly string[], readonly Schema[], ...unknown[]];
      const added = newerMembers[String(name)] ?? {};
      const own = types.map((type) => (typeof type === "number" ? type : () => this.#extended(type)));
      return [kind, space, name, traits, [...names, ...Object.keys(added)], [...own, ...this.#typesOf(added)], ...required];
    });
  }

  #typesOf(members: Members): readonly Schema[] {
    return Object.values(members).map((type) => this.#typeOf(type));
  }

  #typeOf(type: MemberType): Schema {
    if (typeof type === "string") return plain[type] ?? (() => this.#structure(type));
    const member = this.#typeOf(type[0]);
    return typeof member === "number" ? listOfPlain | member : () => this.#once(`list of ${String(type[0])}`, () => [kinds.list, namespace, `${String(type[0])}List`, 0, member]);
  }

  #once(name: string, make: () => Schema): Schema {
    const known = this.#known.get(name) ?? make();
    this.#known.set(name, known);
    return known;
  }
}

function isNewer(action: Action): action is keyof typeof newerOperations {
  return Object.hasOwn(newerOperations, action);
}

/** What is newer borrows the endpoint and the middleware of another operation: they do not depend on it. */
function sdkCommand(sdk: typeof Sdk, action: Action, input: unknown): AnyCommand {
  const name = isNewer(action) ? "DescribeLocationsCommand" : (`${action}Command` as const);
  const Command = sdk[name] as unknown as new (input: unknown) => AnyCommand;
  return new Command(input);
}

/** What the SDK's commands are made of, as far as it is needed here: it has no types for it. */
interface CommandParts {
  schema: Schema;
  resolveMiddlewareWithContext(stack: unknown, configuration: unknown, options: unknown, context: CommandContext): unknown;
}

interface CommandContext {
  readonly smithyContext: Readonly<Record<string, unknown>>;
}

function withSchema(command: AnyCommand, action: Action, schema: Schema): AnyCommand {
  const parts = command as unknown as CommandParts;
  const resolve = parts.resolveMiddlewareWithContext.bind(command);
  parts.schema = schema;
  parts.resolveMiddlewareWithContext = (stack, configuration, options, context) =>
    resolve(stack, configuration, options, {
      ...context,
      smithyContext: { ...context.smithyContext, operation: action, operationSchema: schema },
      ...{ commandName: `${action}Command` },
    });
  return command;
}
