import type { Instrument } from '@peerscale/core';
import { useId } from 'react';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';
import type { PlaygroundSettings } from './settings.ts';
import { playgroundWords } from './words.ts';

/** In place of a form: what is known of an instrument whose wording is not ours to hand out, and where to ask for it. */
export function NoWording({ instrument, settings }: { instrument: Instrument; settings: PlaygroundSettings }) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const id = useId();
  const { rights, items, scales } = instrument;
  const withheld = rights.wording === 'withheld';
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{words.noWordingTitle}</h2>
      <p>{words.noWording[withheld ? 'withheld' : 'text-pack']}</p>
      {/* the facts are as the definition has them, in English */}
      <dl className="facts">
        <div>
          <dt>{words.holder}</dt>
          <dd lang="en">{rights.holder}</dd>
        </div>
        <div>
          <dt>{words.licence}</dt>
          <dd lang="en">{rights.licence}</dd>
        </div>
        <div>
          <dt>{words.terms}</dt>
          <dd lang="en">{rights.terms}</dd>
        </div>
        <div>
          <dt>{words.wordingSource}</dt>
          <dd lang="en">{rights.wordingSource}</dd>
        </div>
        <div>
          <dt>{words.items}</dt>
          <dd>{items.length}</dd>
        </div>
        <div>
          <dt>{words.scales}</dt>
          <dd>{new Intl.ListFormat(locale).format(scales.map(({ name }) => localized(name, locale)))}</dd>
        </div>
      </dl>
      {!withheld && (
        <>
          <p>{words.textPackCommand}</p>
          <pre className="code wrapped">{`peerscale textpack init ${instrument.id} --locale ${settings.locale}`}</pre>
        </>
      )}
    </section>
  );
}
