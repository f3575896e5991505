import type { StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { formats } from '../../formats.ts';
import { percent, type TableData, whole } from '../frame/table-data.ts';
import { hiddenSentence } from '../hidden-sentence.ts';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';
import { RateBars } from './rate-bars.tsx';
import { type ParticipationRow, responseRate } from './response-rate.ts';

/** Who answered: of everybody, then team by team and group by group. */
export function ParticipationView({ results, file }: { results: StudyResults; file: readonly string[] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const { participation, study } = results;
  if (participation === null) return null;
  const { responses, expected, teams, groups } = participation;
  const rate = responseRate(responses, expected);
  const answered = responses.status === 'shown' ? responses.value : 0;
  const sentenceOf = ({ responses: own }: Pick<ParticipationRow, 'responses'>) =>
    own.status === 'suppressed' ? hiddenSentence(own.reason, study.minimumGroupSize, words.hidden, nameOf) : '';
  const tableOf = (rows: readonly ParticipationRow[], caption: string): TableData => ({
    caption,
    headings: [
      words.participation.name,
      words.participation.answered,
      words.participation.expected,
      words.participation.rateColumn,
    ],
    rows: rows.map((row) => [
      row.name,
      row.responses.status === 'suppressed'
        ? { hidden: sentenceOf(row) }
        : whole(row.responses.status === 'shown' ? row.responses.value : 0),
      whole(row.expected),
      percent(responseRate(row.responses, row.expected)),
    ]),
  });
  const { byTeam, byGroup, picture, pictureOf } = words.participation;
  return (
    <section className="card results-part" aria-labelledby="participation">
      <h2 id="participation">{words.participation.title}</h2>
      <p className="participation-lead" data-figure="participation">
        {responses.status === 'suppressed'
          ? `${words.participation.hidden} ${sentenceOf({ responses })}`
          : rate === null
            ? words.participation.count(answered)
            : words.participation.rate(answered, expected!, formats(locale).percent(rate))}
      </p>
      {rate !== null && <RateBar rate={rate} large />}
      {rate === null && responses.status !== 'suppressed' && <p className="quiet">{words.participation.unknown}</p>}
      <div className="two-columns">
        {teams.length > 0 && (
          <RateBars
            title={byTeam}
            rows={teams}
            table={tableOf(teams, picture(pictureOf.team))}
            sentenceOf={sentenceOf}
            file={[...file, 'participation-teams']}
          />
        )}
        {groups.length > 1 && (
          <RateBars
            title={byGroup}
            rows={groups}
            table={tableOf(groups, picture(pictureOf.group))}
            sentenceOf={sentenceOf}
            file={[...file, 'participation-groups']}
          />
        )}
      </div>
    </section>
  );
}

export function RateBar({ rate, large }: { rate: number; large?: boolean }) {
  return (
    <span className={large ? 'rate-bar rate-bar-large' : 'rate-bar'} aria-hidden="true">
      <span style={{ width: `${100 * rate}%` }} />
    </span>
  );
}
