import { itemOf } from '@peerscale/core';
import { type Text, text } from '../document/text.ts';
import { localized, type View } from '../view.ts';

/** An item as tables name it: number, label, and the mark of a reversed one. */
export function itemName(view: View, item: string, reversed: boolean): Text {
  const { number, label } = itemOf(view.instrument, item);
  const mark = reversed ? ` ${view.words.items.reversed}` : '';
  return text`${number}. ${localized(view, label)}${mark}`;
}

/** An item within a sentence, in quotation marks. */
export function itemInText(view: View, item: string | undefined): Text {
  const found = view.instrument.items.find(({ id }) => id === item);
  return found === undefined ? text`${item ?? ''}` : view.words.quoted(localized(view, found.label));
}
