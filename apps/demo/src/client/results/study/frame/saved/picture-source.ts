import { createContext, use, useMemo } from 'react';
import type { StudyResults, WaveSummary } from '../../../../api/results.ts';
import { daySpan } from '../../../../dates.ts';
import { useLanguage } from '../../../../language-context.ts';
import { localized } from '../../../../locale.ts';
import type { ResultsWords } from '../../../../words/results.ts';

/** What a picture or a table is from: said in every file that it is saved as. */
export interface PictureSource {
  readonly study: string;
  readonly simulated: boolean;
  readonly minimumGroupSize: number;
  /** from how many people on it is shown, where that is another rule than for groups */
  readonly rule?: string;
  /** the waves that its figures are of, in order */
  readonly waves: readonly Pick<WaveSummary, 'name' | 'opensOn' | 'closesOn'>[];
  /** whom all its figures are about; left out where its rows say it */
  readonly about?: string;
}

const UNKNOWN: PictureSource = { study: '', simulated: false, minimumGroupSize: 0, waves: [] };
export const PictureSourceContext = createContext<PictureSource>(UNKNOWN);

/** The source of what is saved here, with what is different from the page as a whole. */
export function usePictureSource(own?: Partial<PictureSource>): PictureSource {
  return { ...use(PictureSourceContext), ...own };
}

/** The source of figures of the wave that the page is about. */
export function useSourceOf({ study, waves, wave }: StudyResults): PictureSource {
  const { locale } = useLanguage();
  return useMemo(
    () => ({
      study: localized(study.title, locale),
      simulated: study.simulated,
      minimumGroupSize: study.minimumGroupSize,
      waves: waves.filter(({ number }) => number === wave),
    }),
    [study, waves, wave, locale],
  );
}

/** In one line: the study, its waves with their days, and whom it is about. */
export function sourceLine({ study, waves, about }: PictureSource, locale: string): string {
  const times = waves.map(({ name, opensOn, closesOn }) => `${name} (${daySpan(opensOn, closesOn, locale)})`);
  return [study, times.join(', '), about].filter((part) => part !== undefined && part !== '').join(' · ');
}

/** As columns of a table: a wave's days are an interval of ISO 8601. */
export function sourceColumns(
  { study, simulated, waves, about }: PictureSource,
  title: string,
  { saved }: Pick<ResultsWords, 'saved'>,
): (readonly [heading: string, text: string])[] {
  return [
    [saved.answers, simulated ? saved.simulatedWord : saved.realWord],
    [saved.table, title],
    [saved.study, study],
    // a study without waves is answered at any time
    ...(waves.length === 0
      ? []
      : [
          [saved.waves, waves.map(({ name }) => name).join('; ')] as const,
          [saved.days, waves.map(({ opensOn, closesOn }) => `${opensOn}/${closesOn}`).join('; ')] as const,
        ]),
    ...(about === undefined ? [] : [[saved.about, about] as const]),
  ];
}
