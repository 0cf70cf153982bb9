// Hands that fill in a form step by step, and see what its inputs show: those that this bundle of the extension makes.
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { said } from "../../src/model/text.ts";
import type { Operation } from "../../src/operations/operation.ts";
import { until } from "./extension.ts";
import { accept, pressAtOnce } from "./hands.ts";

/** What a person types into one input: something wrong, and something right; without that the form's own proposal is. */
export interface Typing {
  readonly wrong: string;
  /** What the input says about it. */
  readonly because: RegExp;
  readonly right?: string;
}

interface Item extends vscode.QuickPickItem {
  readonly value?: unknown;
}
type Input = vscode.QuickPick<Item> | vscode.InputBox;

/** Something to press Escape for: the rest of the form is not looked at. */
const enough = "enough";

export class FormHands {
  readonly #typed: Readonly<Record<string, Typing>>;
  readonly #made: Partial<Pick<typeof vscode.window, "createQuickPick" | "createInputBox">> = {};
  /** The inputs in the order in which they were shown, and those that are hidden again. */
  readonly #shown: Input[] = [];
  readonly #hidden = new Set<Input>();
  readonly #listening: vscode.Disposable[] = [];

  constructor(typed: Readonly<Record<string, Typing>>) {
    this.#typed = typed;
  }

  /** Sees every input from now on. */
  watch(): void {
    const { createQuickPick, createInputBox } = vscode.window;
    Object.assign(this.#made, { createQuickPick, createInputBox });
    Object.assign(vscode.window, {
      createQuickPick: () => this.#seen(createQuickPick<Item>()),
      createInputBox: () => this.#seen(createInputBox()),
    });
  }

  forget(): void {
    Object.assign(vscode.window, this.#made);
    vscode.Disposable.from(...this.#listening).dispose();
  }

  /** Fills in what the run asks, and leaves it at its end; answers which parameters were tried, with wrong and right. */
  async fillIn(operation: Operation, run: Promise<unknown>, choices: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const state = { hasEnded: false };
    // A dialog cannot be shown while tests run: where one is asked for, nothing more is to be filled in.
    const end = run.catch((error: unknown) => assert.match(String(error), /refused to show dialog/)).finally(() => (state.hasEnded = true));
    const tried = new Set<string>();
    let at = this.#shown.length;
    for (;;) {
      await until(() => state.hasEnded || this.#shown.length > at, "the next step");
      const input = this.#shown[at];
      if (input === undefined) break;
      at += 1;
      if ((await this.#answer(input, { operation, choices, tried })) === enough) input.hide();
    }
    await end;
    return [...tried];
  }

  async #answer(input: Input, form: Form): Promise<typeof enough | undefined> {
    const parameter = parameterAt(input, form.operation);
    const typing = parameter === undefined ? undefined : this.#typed[parameter];
    if (!("items" in input)) {
      assert.ok(parameter !== undefined && typing !== undefined, `${String(input.prompt)} is not in the table`);
      return this.#type(input, typing, { ...form, parameter });
    }
    await until(() => !input.busy, "the choices");
    if (parameter === undefined) return chooseOption(input, form);
    const { other } = form.operation.parameters[parameter] as { readonly other?: unknown };
    return other === undefined || typing === undefined ? choose(input, form.choices[parameter]) : this.#typeChoice(input, typing, { ...form, parameter });
  }

  async #type(input: vscode.InputBox, { wrong, because, right }: Typing, { operation, parameter, tried }: At): Promise<typeof enough | undefined> {
    const proposal = input.value;
    input.value = wrong;
    await pressAtOnce(accept);
    await until(() => typeof input.validationMessage === "string", `${parameter} to be told wrong`);
    assert.match(JSON.stringify(input.validationMessage), because);
    assert.equal(this.#hidden.has(input), false, `${parameter} goes no further`);
    input.value = right ?? proposal;
    tried.add(parameter);
    if (operation.danger === "reads") return enough;
    await pressAtOnce(accept);
    await until(() => this.#hidden.has(input), `${parameter} to be taken: ${JSON.stringify(input.validationMessage)}`);
    return undefined;
  }

  async #typeChoice(input: vscode.QuickPick<Item>, { wrong, because, right = "" }: Typing, { operation, parameter, tried }: At): Promise<typeof enough | undefined> {
    input.value = wrong;
    await until(() => input.items[0]?.label === wrong, `${parameter} to be listed`);
    assert.match(input.items[0]?.description ?? "", because);
    await pressAtOnce(accept);
    assert.equal(this.#hidden.has(input), false, `${parameter} goes no further`);
    tried.add(parameter);
    if (operation.danger === "reads") return enough;
    input.value = right;
    await until(() => input.items.some(({ label, value }) => label === right || JSON.stringify(value).includes(right)), `${right} to be listed`);
    await pressAtOnce(accept);
    await until(() => this.#hidden.has(input), `${parameter} to be taken`);
    return undefined;
  }

  #seen<I extends Input>(input: I): I {
    const show = input.show.bind(input);
    input.show = () => {
      this.#shown.push(input);
      show();
    };
    this.#listening.push(input.onDidHide(() => this.#hidden.add(input)));
    return input;
  }
}

interface Form {
  readonly operation: Operation;
  readonly choices: Readonly<Record<string, string>>;
  readonly tried: Set<string>;
}

interface At extends Form {
  readonly parameter: string;
}

/** Which parameter is asked for: its label begins the prompt. */
function parameterAt(input: Input, { parameters }: Operation): string | undefined {
  const prompt = ("items" in input ? input.placeholder : input.prompt) ?? "";
  return Object.keys(parameters).find((name) => {
    const label = said(parameters[name]?.label ?? { words: "?", values: [] }, vscode.l10n.t);
    return prompt === label || prompt.startsWith(`${label} · `);
  });
}

/** One of the further options that was not tried yet; at the last look, or when all were, it is enough. */
async function chooseOption(input: vscode.QuickPick<Item>, { tried, operation }: Form): Promise<typeof enough | undefined> {
  const next = input.items.find(({ value }) => {
    const { name, parameter } = (value ?? {}) as { readonly name?: string; readonly parameter?: { readonly check?: unknown; readonly other?: unknown } };
    return name !== undefined && name in operation.parameters && !tried.has(name) && (parameter?.check !== undefined || parameter?.other !== undefined);
  });
  if (next === undefined) return enough;
  input.activeItems = [next];
  await pressAtOnce(accept);
  return undefined;
}

async function choose(input: vscode.QuickPick<Item>, wanted: string | undefined): Promise<typeof enough | undefined> {
  // Several are chosen by ticking, and nothing can be wrong with them.
  if (input.canSelectMany) return enough;
  const item = input.items.find(({ value }) => (value as { readonly value?: string } | undefined)?.value === wanted);
  if (wanted !== undefined && item !== undefined) input.activeItems = [item];
  await pressAtOnce(accept);
  return undefined;
}
