import type { FormContent } from '@peerscale/form';
import { wordingOf } from '../survey/to-survey-json.ts';

/**
 * Looks at what is drawn outside of the questions, and at what they need to be told apart: nothing of it may come to light
 * while the host's page is being rendered. Not what `validateInstrument` of the core checks, which is larger than the form.
 *
 * @throws RangeError for the first problem
 */
export function checkContent({ instruments }: FormContent): void {
  for (const { instrument, textPack } of Object.values(instruments)) {
    const { id, version, items, rights } = instrument;
    if (rights?.wording === 'withheld') throw new RangeError(`The wording of ${id}@${version} is withheld.`);
    if (new Set(items.map((item) => item.id)).size < items.length) throw new RangeError('items: one is there twice.');
    for (const key of ['locale', 'title', 'instructions']) wordingOf(textPack, key, key);
    wordingOf(textPack.rights, 'holder', 'rights');
  }
}
