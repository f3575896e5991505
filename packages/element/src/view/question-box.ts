import { h } from './h.ts';

/**
 * A question of the form itself, in the page: `window.confirm` is blocked in frames and speaks the browser's language.
 * Escape is `onCancel`.
 */
export function questionBox(
  text: string,
  onCancel: () => void,
  ...body: readonly (Node | null)[]
): HTMLFieldSetElement {
  const box = h('fieldset', { class: 'box', part: 'box', tabindex: -1 }, h('legend', {}, text), ...body);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  });
  return box;
}
