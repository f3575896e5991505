import { type Instrument, type ResponseRecord, type ScoreReceipt, scoreResponse } from '@peerscale/core';
import type { FormRecord } from '@peerscale/form';
import { useId } from 'react';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { formats } from '../results/formats.ts';
import { knownInstrument } from './known-forms.ts';
import type { PlaygroundSettings } from './settings.ts';
import { playgroundWords } from './words.ts';

export type HandedRecord = ResponseRecord | FormRecord;

/** What the form handed over, and the scores that the core makes of it, each with how it came about. */
export function RecordView({ record, door }: { record: HandedRecord | null; door: PlaygroundSettings['door'] }) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const id = useId();
  if (record === null) {
    return (
      <section className="card" aria-labelledby={id}>
        <h2 id={id}>{words.record}</h2>
        <p className="quiet">{door === 'frame' ? words.recordFrame : words.recordNone}</p>
      </section>
    );
  }
  const records = 'records' in record ? record.records : [record];
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{words.record}</h2>
      <p role="status">{words.recordNotSent}</p>
      <h3>{words.scores}</h3>
      {records.map((one) => (
        <Scores key={one.instrument} record={one} />
      ))}
      <h3 id={`${id}json`}>JSON</h3>
      <ScrollRegion labelledBy={`${id}json`}>
        <pre className="code">{JSON.stringify(record, null, 2)}</pre>
      </ScrollRegion>
    </section>
  );
}

function Scores({ record }: { record: ResponseRecord }) {
  const instrument = knownInstrument(record.instrument);
  if (instrument === undefined) return null;
  const receipts = scoreResponse(instrument, record.answers, record.coding);
  return (
    <dl className="scores">
      {receipts.map((receipt) => (
        <Score key={receipt.scale} receipt={receipt} instrument={instrument} />
      ))}
    </dl>
  );
}

function Score({ receipt, instrument }: { receipt: ScoreReceipt; instrument: Instrument }) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const { short } = formats(locale);
  const { value, possible, reason, used, missing, reversed, prorated } = receipt;
  const name = instrument.scales.find(({ id }) => id === receipt.scale)?.name;
  const notes = [
    words.used(used.length, used.length + missing.length),
    ...(reversed.length > 0 ? [words.reversed(reversed.join(', '))] : []),
    ...(prorated ? [words.prorated] : []),
  ];
  return (
    <div>
      <dt>{name === undefined ? receipt.scale : localized(name, locale)}</dt>
      <dd data-score={receipt.scale}>
        {value === null
          ? words.noScore[reason ?? 'no-answers']
          : words.score(short(value), short(possible.minimum), short(possible.maximum))}
      </dd>
      <dd className="quiet">{notes.join(' · ')}</dd>
    </div>
  );
}
