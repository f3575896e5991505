import { fetchItemResults, type ItemResults, type StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { localized } from '../../../locale.ts';
import { formats } from '../../formats.ts';
import { Picture } from '../../plots/picture.tsx';
import { aboutWhom } from '../filter-bar.tsx';
import { PictureFrame } from '../frame/picture-frame.tsx';
import { type Cell, figure, hidden, type TableData, whole } from '../frame/table-data.ts';
import { hiddenSentence } from '../hidden-sentence.ts';
import { HiddenRows } from '../parts/hidden-rows.tsx';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useNameOf } from '../use-name-of.ts';
import { useResultsWords } from '../use-results-words.ts';
import { Loaded } from './loaded.tsx';
import { MorePart, SelectField } from './more-part.tsx';
import { usePartChoice } from './use-part-choice.ts';

/** The single questions of a questionnaire: of everybody or of a group. */
export function ItemsPart({ results, file }: { results: StudyResults; file: readonly string[] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const { chosen, choose } = usePartChoice();
  const { study, wave, instruments, filter } = results;
  const instrument = instruments.find(({ instrument: own }) => own.id === chosen('items')) ?? instruments[0];
  if (instrument === undefined || wave === null) return null;
  const { id } = instrument.instrument;
  return (
    <MorePart
      place="items"
      title={words.items.title}
      text={words.items.text}
      open={words.items.open}
      choices={['items']}
    >
      <SelectField
        label={words.items.instrument}
        value={id}
        options={instruments.map(({ instrument: own }) => [own.id, localized(own.name, locale)])}
        onChange={(own) => choose({ items: own })}
      />
      {(filter.team !== null || filter.setting !== null) && <p className="note">{words.items.ofTeam}</p>}
      <Loaded
        what={`items ${study.id} ${wave} ${id} ${filter.group}`}
        load={(signal) => fetchItemResults(study.id, { instrument: id, wave, group: filter.group }, signal)}
      >
        {(items) => (
          <ItemsView
            items={items}
            results={results}
            name={localized(instrument.instrument.name, locale)}
            file={[...file, 'items', id]}
          />
        )}
      </Loaded>
    </MorePart>
  );
}

interface ItemsViewProps {
  readonly items: ItemResults;
  readonly results: StudyResults;
  readonly name: string;
  readonly file: readonly string[];
}

function ItemsView({ items: { items }, results, name, file }: ItemsViewProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const { short } = formats(locale);
  if (items.length === 0) return <p>{words.items.none}</p>;
  const labelOf = ({ number, label }: ItemResults['items'][number]) => `${number}. ${localized(label, locale)}`;
  const why = (reason: Parameters<typeof hiddenSentence>[0]) =>
    hiddenSentence(reason, results.study.minimumGroupSize, words.hidden, nameOf);
  const caption = words.scale.picture(words.items.picture, name);
  const codesText = ({ codes }: ItemResults['items'][number]): Cell => {
    if (codes.status === 'suppressed') return hidden(why(codes.reason));
    if (codes.status === 'no-data') return words.hidden.noDataShort;
    return codes.value
      .map(({ lower, upper, count }) => `${words.items.codes(short(lower), short(upper))}: ${count}`)
      .join('; ');
  };
  const table: TableData = {
    caption,
    headings: [
      words.items.label,
      words.items.reversed,
      words.table.people,
      words.items.mean,
      words.items.rest,
      words.items.answers,
    ],
    rows: items.map((item) => [
      labelOf(item),
      item.reversed ? words.items.reversed : '',
      item.n.status === 'shown' ? whole(item.n.value) : null,
      figure(item.mean),
      figure(item.rest),
      codesText(item),
    ]),
  };
  const drawn = items.flatMap((item) => (item.codes.status === 'shown' ? [{ item, codes: item.codes.value }] : []));
  const lowest = Math.min(...drawn.flatMap(({ codes }) => codes.map(({ lower }) => lower)));
  const highest = Math.max(...drawn.flatMap(({ codes }) => codes.map(({ upper }) => upper)));
  return (
    <PictureFrame
      title={words.items.picture}
      heading="h3"
      table={table}
      file={file}
      source={{
        about: aboutWhom(
          { ...results, filter: { ...results.filter, team: null, setting: null } },
          words.filters.everybody,
        ),
      }}
    >
      {drawn.length > 0 && (
        <Picture
          label={caption}
          spec={{
            kind: 'shares',
            axis: words.table.lightToDark,
            rows: drawn.map(({ item, codes }) => {
              const sum = codes.reduce((total, { count }) => total + count, 0);
              return {
                label: `${labelOf(item)}${item.reversed ? ` (${words.items.reversed})` : ''}`,
                parts: codes.map(({ lower, upper, count }) => ({
                  label: words.items.codes(short(lower), short(upper)),
                  share: count / sum,
                  at: highest > lowest ? ((lower + upper) / 2 - lowest) / (highest - lowest) : 0,
                })),
              };
            }),
          }}
        />
      )}
      <HiddenRows
        rows={items.map((item) => ({ id: item.id, name: labelOf(item), figure: item.codes }))}
        results={results}
      />
      <OpenOnDemand title={words.items.how}>
        <p>{words.items.howText}</p>
      </OpenOnDemand>
    </PictureFrame>
  );
}
