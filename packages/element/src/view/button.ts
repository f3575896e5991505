import { h } from './h.ts';

/** A button with its words. @param kind `main` for what most people want next, `quiet` for what few do */
export function button(text: string, kind: 'main' | 'plain' | 'quiet', onClick: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', class: kind, part: `button ${kind}-button` }, text);
  element.addEventListener('click', onClick);
  return element;
}
