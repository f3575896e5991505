import type { LinkageReport } from '@peerscale/core';
import { fetchChange, fetchLinkage, type StudyChange, type StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { localized } from '../../../locale.ts';
import { formats } from '../../formats.ts';
import { PictureSourceContext, usePictureSource } from '../frame/saved/picture-source.ts';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { scalesOf } from '../scale/scale-key.ts';
import { scaleLabels } from '../scale/scale-labels.ts';
import { useResultsWords } from '../use-results-words.ts';
import { ChangeOfScale } from './change-of-scale.tsx';
import { Loaded } from './loaded.tsx';
import { MorePart, SelectField } from './more-part.tsx';
import { usePartChoice } from './use-part-choice.ts';

/** Two waves beside each other, those found in both apart from the others. */
export function SamePeoplePart({ results, file }: { results: StudyResults; file: readonly string[] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const labels = scaleLabels(scalesOf(results), locale);
  const closed = results.waves.filter(({ state }) => state === 'closed');
  const numbers = closed.map(({ number }) => number);
  // neighbouring waves have the most people in common
  const { chosen, choose } = usePartChoice();
  const asked = (name: 'from' | 'to') => numbers.find((number) => String(number) === chosen(name));
  const to = [asked('to'), numbers.at(-1)].find((number) => number !== undefined && number > numbers[0]!);
  const from = [asked('from'), numbers.findLast((number) => number < to!)].find(
    (number) => number !== undefined && number < to!,
  );
  const source = usePictureSource();
  if (results.waves.length < 2) return null;
  const options = closed.map(({ number, name }) => [String(number), name] as const);
  const isReady = from !== undefined && to !== undefined && numbers.length >= 2;
  const load = async (signal: AbortSignal) => {
    const [change, linkage] = await Promise.all([
      fetchChange(results.study.id, from!, to!, signal),
      // how well people were found again, from a wave to the next, is an extra: without it the change still stands
      results.study.linkage === 'code' && to === from! + 1
        ? fetchLinkage(results.study.id, from!, to, signal).catch(() => null)
        : null,
    ]);
    return { change, linkage };
  };
  return (
    <MorePart
      place="change"
      title={words.same.title}
      text={words.same.text}
      open={isReady ? words.same.open : null}
      choices={['from', 'to', 'change']}
    >
      {isReady ? (
        <>
          {results.study.linkage === 'none' && <p className="note">{words.same.noCode}</p>}
          <div className="filter-fields">
            <SelectField
              label={words.same.first}
              value={String(from)}
              options={options.filter(([number]) => Number(number) < numbers.at(-1)!)}
              onChange={(value) => {
                const later = Number(value) < to ? to : numbers.find((number) => number > Number(value))!;
                choose({ from: value, to: String(later) });
              }}
            />
            <SelectField
              label={words.same.second}
              value={String(to)}
              options={options.filter(([number]) => Number(number) > from)}
              onChange={(value) => choose({ from: String(from), to: value })}
            />
          </div>
          <Loaded what={`change ${results.study.id} ${from} ${to}`} load={load}>
            {({ change, linkage }) => (
              <PictureSourceContext
                value={{ ...source, waves: closed.filter(({ number }) => number === from || number === to) }}
              >
                <ChangeView
                  report={change}
                  linkage={linkage}
                  labels={labels}
                  file={[...file, `change-${from}-${to}`]}
                />
              </PictureSourceContext>
            )}
          </Loaded>
        </>
      ) : (
        <p>{words.same.needsClosed}</p>
      )}
    </MorePart>
  );
}

interface ChangeViewProps {
  readonly report: StudyChange;
  readonly linkage: LinkageReport | null;
  readonly labels: ReadonlyMap<string, string>;
  readonly file: readonly string[];
}

function ChangeView({ report, linkage, labels, file }: ChangeViewProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const { chosen, choose } = usePartChoice();
  const { percent } = formats(locale);
  // in the order of the page, and what the page does not know last
  const order = [...labels.keys()];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const scales = report.scales.toSorted((a, b) => place(a.id) - place(b.id));
  const scale = scales.find(({ id }) => id === chosen('change')) ?? scales[0];
  if (scale === undefined) return <p>{words.empty}</p>;
  return (
    <>
      <SelectField
        label={words.same.chooseScale}
        value={scale.id}
        options={scales.map(({ id, name }) => [id, labels.get(id) ?? localized(name, locale)])}
        onChange={(id) => choose({ change: id })}
      />
      <ChangeOfScale
        scale={scale}
        leftOut={report.linkedLeftOut}
        name={labels.get(scale.id) ?? localized(scale.name, locale)}
        file={[...file, scale.id]}
      />
      {linkage !== null && linkage.linkedShare !== null && (
        <>
          <h3>{words.same.linkage.title}</h3>
          <p>
            {words.same.linkage.text(linkage.links, percent(linkage.linkedShare))}{' '}
            {linkage.expectedFalse.shareOfLinks !== null &&
              words.same.linkage.false(percent(linkage.expectedFalse.shareOfLinks))}
          </p>
        </>
      )}
      <OpenOnDemand title={words.same.how}>
        <p>{words.same.howText}</p>
      </OpenOnDemand>
    </>
  );
}
