import type { Point } from "./geometry.ts";
import { iconElement } from "./icons.ts";

/** What an element gets besides its children. */
export type Attributes = Readonly<Record<string, string>>;

/** A new element. Text children are inserted as text, so that no name can become markup. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that shows an icon and is called by its label. */
export function iconButton(label: string, outline: string, pressed: () => void): HTMLButtonElement {
  const button = element("button", { type: "button", class: "icon-button", title: label, "aria-label": label }, iconElement(outline));
  button.addEventListener("click", pressed);
  return button;
}

export function textButton(label: string, pressed: () => void): HTMLButtonElement {
  const button = element("button", { type: "button", class: "text-button" }, label);
  button.addEventListener("click", pressed);
  return button;
}

/** Has VS Code show the menu of an element's context at a point of the page. */
export function openMenu(holder: HTMLElement, { x, y }: Point): void {
  holder.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, view: window, button: 2, clientX: x, clientY: y }));
}
