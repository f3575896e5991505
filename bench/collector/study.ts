import type { Study } from '@peerscale/collector';
import { findInstrument, findTextPack } from '@peerscale/instruments';

/** One instrument of the catalogue, as many people answer it. */
export const study: Study = {
  id: 'bench',
  title: { en: 'Bench' },
  instrument: 'work-burnout',
  version: '1.0.0',
  locales: ['en'],
  minimumGroupSize: 5,
  simulated: true,
};

export const instrument = findInstrument(study.instrument, study.version)!;
const coding = findTextPack(instrument, 'en')!.responseScales;

/** A record as a form sends it. The number makes its key and its answers. */
export function recordText(number: number): string {
  const codes = new Map(instrument.responseScales.map((scale) => [scale.id, scale.codes]));
  const shown = instrument.responseScales
    .filter(({ id, highCodeMeans }) => coding[id] !== undefined && coding[id].highCodeMeans !== highCodeMeans)
    .map(({ id }) => [id, coding[id]!.highCodeMeans]);
  return JSON.stringify({
    schema: 'peerscale/response@1',
    instrument: study.instrument,
    version: study.version,
    locale: 'en',
    ...(shown.length > 0 ? { coding: Object.fromEntries(shown) } : {}),
    answers: Object.fromEntries(
      instrument.items.map(({ id, responseScale }, i) => {
        const scale = codes.get(responseScale)!;
        return [id, scale[(number * 7 + i * 3) % scale.length]];
      }),
    ),
    startedAt: '2026-11-20T08:00:00.000Z',
    finishedAt: '2026-11-20T08:01:30.400Z',
    idempotencyKey: `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`,
  });
}
