import type { FormContent } from '@peerscale/form';
import { textDirection } from '@peerscale/form/answering';

/** Whose wording it is, once for each text pack. */
export function Rights({ content }: { readonly content: FormContent }) {
  const packs = [...new Set(Object.values(content.instruments).map(({ textPack }) => textPack))];
  return packs.map((pack) => (
    <p key={pack.instrument} className="peerscale-rights" lang={pack.locale} dir={textDirection(pack.locale)}>
      {String(pack.rights.attribution ?? `${pack.rights.holder}. ${pack.rights.licence}`)}
    </p>
  ));
}
