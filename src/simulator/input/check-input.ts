import { ApiFailure, refusal } from "../rules/api-failure.ts";
import { simulatorTexts } from "../rules/texts.ts";
import shapes from "./shapes.json" with { type: "json" };

interface Shape {
  readonly type: string;
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly of?: Shape;
  /** The structure's name. */
  readonly shape?: string;
}

type Members = Readonly<Record<string, Shape>>;

const operations: Readonly<Record<string, Members>> = shapes.operations;
const structures: Readonly<Record<string, Members>> = shapes.structures;

/** Every operation of the service model, served or not. */
export const operationNames: readonly string[] = Object.keys(operations);

/**
 * The input with only the members that the service knows.
 * Throws an ApiFailure at a wrong type, or naming every member that breaks one of the model's constraints.
 */
export function checkInput(operation: string, input: unknown): Readonly<Record<string, unknown>> {
  const broken: string[] = [];
  const checked = checkStructure(operations[operation] ?? {}, input, { path: "", broken });
  if (broken.length > 0) throw refusal(simulatorTexts.brokenConstraints(broken));
  return checked;
}

interface Place {
  readonly path: string;
  readonly broken: string[];
}

function checkStructure(members: Members, value: unknown, place: Place): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrongType(value, "a structure", place);
  const given = value as Readonly<Record<string, unknown>>;
  const checked: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(members)) {
    const member = Object.hasOwn(given, name) ? given[name] : undefined;
    const path = place.path === "" ? name : `${place.path}.${name}`;
    if (member === undefined || member === null) {
      if (shape.required === true) place.broken.push(simulatorTexts.missingMember(path));
    } else {
      checked[name] = checkValue(shape, member, { path, broken: place.broken });
    }
  }
  return checked;
}

function checkValue(shape: Shape, value: unknown, place: Place): unknown {
  switch (shape.type) {
    case "structure":
      return checkStructure(structures[shape.shape ?? ""] ?? {}, value, place);
    case "list":
      return checkList(shape, value, place);
    case "string":
      if (typeof value !== "string") throw wrongType(value, "a string", place);
      checkText(shape, value, place);
      return value;
    case "boolean":
      if (typeof value !== "boolean") throw wrongType(value, "a boolean", place);
      return value;
    default:
      return checkNumber(shape, value, place);
  }
}

function checkList(shape: Shape, value: unknown, place: Place): unknown {
  if (!Array.isArray(value)) throw wrongType(value, "a list", place);
  checkSize(shape, value.length, place);
  const { of: element } = shape;
  if (element === undefined) return value;
  return value.map((item: unknown, index) => {
    return checkValue(element, item, { path: `${place.path}.${index + 1}.member`, broken: place.broken });
  });
}

function checkText(shape: Shape, value: string, place: Place): void {
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    place.broken.push(simulatorTexts.notInEnumeration(place.path, value, shape.enum));
  }
  if (shape.pattern !== undefined && !new RegExp(shape.pattern, "u").test(value)) {
    place.broken.push(simulatorTexts.notInPattern(place.path, value, shape.pattern));
  }
  checkSize(shape, value.length, place);
}

function checkNumber(shape: Shape, value: unknown, place: Place): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw wrongType(value, "an integer", place);
  if (shape.type === "integer" && Math.abs(value) > 0x7fffffff) throw wrongType(value, "a 32-bit integer", place);
  if (shape.min !== undefined && value < shape.min) place.broken.push(simulatorTexts.belowMinimum(place.path, shape.min));
  return value;
}

function checkSize(shape: Shape, size: number, place: Place): void {
  if (shape.min !== undefined && size < shape.min) place.broken.push(simulatorTexts.tooShort(place.path, shape.min));
  if (shape.max !== undefined && size > shape.max) place.broken.push(simulatorTexts.tooLong(place.path, shape.max));
}

/** What the service's own reader of JSON answers, before any operation sees the input. */
function wrongType(value: unknown, wanted: string, place: Place): ApiFailure {
  return new ApiFailure("SerializationException", 400, simulatorTexts.wrongType(place.path, value, wanted));
}
