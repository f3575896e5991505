import type { InstrumentResults, ScaleResults, StudyResults } from '../../../api/results.ts';

export interface KeyedScale {
  /** `instrument/scale`, as in the address */
  readonly key: string;
  readonly instrument: InstrumentResults;
  readonly scale: ScaleResults;
}

/** All scales of the results in the order of their questionnaires. */
export function scalesOf({ instruments }: Pick<StudyResults, 'instruments'>): readonly KeyedScale[] {
  return instruments.flatMap((instrument) =>
    instrument.scales.map((scale) => ({ key: `${instrument.instrument.id}/${scale.id}`, instrument, scale })),
  );
}

/** The scale that is chosen, else the first one that has a figure, else the first. */
export function chosenScale(scales: readonly KeyedScale[], key: string | null): KeyedScale | undefined {
  return (
    scales.find((candidate) => candidate.key === key) ??
    scales.find(({ scale }) => scale.figure.status === 'shown') ??
    scales[0]
  );
}
