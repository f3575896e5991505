import type { MeanFigure, Shown, TeamFigure } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { formats } from '../../formats.ts';
import { Picture } from '../../plots/picture.tsx';
import type { IntervalRow } from '../../plots/picture-spec.ts';
import { PictureFrame } from '../frame/picture-frame.tsx';
import { type Cell, figure, hidden, type TableData, whole } from '../frame/table-data.ts';
import { hiddenSentence } from '../hidden-sentence.ts';
import { HiddenRows } from '../parts/hidden-rows.tsx';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';
import { domainOf, figuresTable, intervalRows } from './named-figures.ts';
import type { ScalePartProps } from './scale-detail.tsx';

/** Groups, settings and teams beside each other. */
export function ComparePictures(props: ScalePartProps) {
  const words = useResultsWords();
  const { groups, settings, teams } = props.scale;
  return (
    <>
      <div className="two-columns">
        <Comparison {...props} kind="groups" figures={groups} title={words.scale.groups} heading={words.table.group} />
        <Comparison
          {...props}
          kind="settings"
          figures={settings}
          title={words.scale.settings}
          heading={words.table.setting}
        />
      </div>
      {teams.some(({ figure: own }) => own.status !== 'no-data') && (
        <OpenOnDemand title={words.scale.teams} strong>
          <div className="two-columns">
            <TeamsPicture {...props} />
            <ThirdsPicture {...props} />
          </div>
        </OpenOnDemand>
      )}
    </>
  );
}

interface ComparisonProps extends ScalePartProps {
  readonly kind: 'groups' | 'settings';
  readonly figures: readonly { readonly id: string; readonly name: string; readonly figure: Shown<MeanFigure> }[];
  readonly title: string;
  readonly heading: string;
}

function Comparison({ scale, results, name, file, kind, figures, title, heading }: ComparisonProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const { short } = formats(locale);
  const present = figures.filter(({ figure: own }) => own.status !== 'no-data');
  if (present.length < 2) return null;
  const all = wholeRow(scale.figure, results.filter, words.scale.whole);
  const rows: IntervalRow[] = [...intervalRows(present), ...all];
  const caption = words.scale.picture(title, name);
  const options = { words, minimum: results.study.minimumGroupSize, nameOf };
  const { minimum, maximum } = scale.possible;
  return (
    <PictureFrame
      title={title}
      note={words.scale.compareNote}
      table={figuresTable(
        caption,
        heading,
        [...present, ...(all.length > 0 ? [{ id: '', name: words.scale.whole, figure: scale.figure }] : [])],
        options,
      )}
      file={[...file, kind]}
    >
      {rows.length > 0 && (
        <Picture
          label={caption}
          spec={{
            kind: 'intervals',
            rows,
            domain: domainOf(rows, scale.possible),
            reference: all[0]?.value ?? null,
            axis: words.scale.axis(short(minimum), short(maximum)),
          }}
        />
      )}
      <HiddenRows rows={present} results={results} />
    </PictureFrame>
  );
}

/** Everybody as a row of its own, where the page is about everybody. */
function wholeRow(
  own: Shown<MeanFigure>,
  filter: { readonly team: string | null; readonly group: string | null; readonly setting: string | null },
  label: string,
): IntervalRow[] {
  if (filter.team !== null || filter.group !== null || filter.setting !== null) return [];
  return intervalRows([{ id: '', name: label, figure: own }]).map((row) => ({ ...row, strong: true }));
}

function TeamsPicture({ scale, results, name, file }: ScalePartProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const { short } = formats(locale);
  const teams = sorted(scale.teams, locale);
  const ringOf = new Map(teams.map((team) => [team.name, team.shrunken]));
  const rows = [
    ...intervalRows(teams).map((row) => ({ ...row, ring: ringOf.get(row.label) ?? null })),
    ...wholeRow(scale.figure, results.filter, words.scale.whole),
  ];
  if (rows.length === 0) return <HiddenRows rows={teams} results={results} />;
  const caption = words.scale.picture(words.scale.teams, name);
  const base = figuresTable(caption, words.table.team, teams, {
    words,
    minimum: results.study.minimumGroupSize,
    nameOf,
  });
  const table: TableData = {
    ...base,
    headings: [...base.headings, words.heat.shrunken],
    rows: base.rows.map((row, place) => [...row, figure(teams[place]!.shrunken)]),
  };
  const { minimum, maximum } = scale.possible;
  return (
    <PictureFrame title={words.scale.teams} note={words.scale.teamsNote} table={table} file={[...file, 'teams']}>
      <Picture
        label={caption}
        spec={{
          kind: 'intervals',
          rows,
          domain: domainOf(rows, scale.possible),
          reference: rows.find((row) => 'strong' in row)?.value ?? null,
          axis: words.scale.axis(short(minimum), short(maximum)),
        }}
      />
      <HiddenRows rows={teams} results={results} />
    </PictureFrame>
  );
}

function ThirdsPicture({ scale, results, name, file }: ScalePartProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const teams = sorted(scale.teams, locale).filter(({ figure: own }) => own.status !== 'no-data');
  const shown = teams.flatMap((team) =>
    team.thirds.status === 'shown' ? [{ label: team.name, counts: team.thirds.value }] : [],
  );
  if (shown.length === 0) return null;
  const caption = words.scale.picture(words.scale.thirds, name);
  const cells = ({ thirds }: TeamFigure): Cell[] => {
    if (thirds.status === 'shown') return thirds.value.map((count) => whole(count));
    const why =
      thirds.status === 'no-data'
        ? words.hidden.noDataShort
        : hidden(hiddenSentence(thirds.reason, results.study.minimumGroupSize, words.hidden, nameOf));
    return [why, null, null];
  };
  const table: TableData = {
    caption,
    headings: [words.table.team, ...words.scale.third],
    rows: teams.map((team) => [team.name, ...cells(team)]),
  };
  return (
    <PictureFrame title={words.scale.thirds} note={words.scale.thirdsNote} table={table} file={[...file, 'thirds']}>
      <Picture
        label={caption}
        spec={{
          kind: 'shares',
          axis: words.table.thirdsAxis,
          rows: shown.map(({ label, counts }) => {
            const sum = counts[0] + counts[1] + counts[2];
            return {
              label,
              parts: counts.map((count, place) => ({
                label: words.scale.third[place]!,
                share: sum === 0 ? 0 : count / sum,
                at: [0, 0.5, 1][place]!,
              })),
            };
          }),
        }}
      />
      <HiddenRows
        rows={teams.map(({ id, name: own, thirds }) => ({ id, name: own, figure: thirds }))}
        results={results}
      />
    </PictureFrame>
  );
}

function sorted(teams: readonly TeamFigure[], locale: string): TeamFigure[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return teams.toSorted((a, b) => compare(a.setting ?? '\uFFFF', b.setting ?? '\uFFFF') || compare(a.name, b.name));
}
