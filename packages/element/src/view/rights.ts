import { type FormContent, textDirection } from '@peerscale/form';
import { h } from './h.ts';

/** Whose wording it is, once for each text pack. */
export function rights({ instruments }: FormContent): HTMLElement[] {
  const packs = new Set(Object.values(instruments).map(({ textPack }) => textPack));
  return [...packs].map((pack) =>
    h(
      'p',
      { class: 'rights wording', part: 'rights', lang: pack.locale, dir: textDirection(pack.locale) },
      pack.rights.attribution ?? `${pack.rights.holder}. ${pack.rights.licence}`,
    ),
  );
}
