type Value = string | number | boolean | null | undefined;

/**
 * An element with attributes and children. Text becomes text nodes and nothing is ever parsed as HTML: wording can say
 * whatever it likes. `true` sets an empty attribute; `false`, null and undefined set none.
 *
 * @example h('p', { class: 'note' }, 'Seven questions')
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Sets an attribute, or takes it away, by the rule of {@link h}. */
export function setAttribute(element: Element, name: string, value: Value): void {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** Changes a text only where it is another: the same one set again would have the page laid out again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
