import type { TeamReport } from '../api/report.ts';
import type { Locale } from '../catalogue.ts';
import { localized } from '../locale.ts';
import type { ReportWords } from '../words/report.ts';

type Scale = Pick<TeamReport['scales'][number], 'instrument' | 'name'>;

/**
 * The name of a scale; where groups are asked about the same thing by an instrument each, with whose view it is.
 *
 * @example scaleName(clearRole, { seenBy }, 'en') // 'Clear role, as staff see it'
 */
export function scaleName(
  { instrument, name }: Scale,
  { seenBy }: Pick<ReportWords, 'seenBy'>,
  locale: Locale,
): string {
  const whose = Object.keys(seenBy).find(
    (group) => instrument.startsWith('peer-readiness-') && instrument.endsWith(`-${group}`),
  );
  const own = localized(name, locale);
  return whose === undefined ? own : `${own}, ${seenBy[whose]}`;
}
