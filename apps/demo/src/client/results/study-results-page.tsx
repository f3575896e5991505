import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-aria-components';
import { fetchStudyResults, type StudyResults } from '../api/results.ts';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';
import { AddressProblem } from '../parts/address-problem.tsx';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { type Resource, useResource } from '../use-resource.ts';
import '../styles/study-results.css';
import { Contents } from './study/contents.tsx';
import { FilterBar } from './study/filter-bar.tsx';
import { PictureSourceContext, useSourceOf } from './study/frame/saved/picture-source.ts';
import { HeatMap } from './study/heat-map/heat-map.tsx';
import { LiveNote } from './study/live-note.tsx';
import { CommentsPart } from './study/more/comments-part.tsx';
import { DriversPart } from './study/more/drivers-part.tsx';
import { ItemsPart } from './study/more/items-part.tsx';
import { QualityPart } from './study/more/quality-part.tsx';
import { SamePeoplePart } from './study/more/same-people-part.tsx';
import { namesForReader } from './study/names-for-reader.ts';
import { ParticipationView } from './study/participation/participation-view.tsx';
import { ScaleSection } from './study/scale/scale-section.tsx';
import { useAfterPaint } from './study/use-after-paint.ts';
import { useChoice } from './study/use-choice.ts';
import { useNameOf } from './study/use-name-of.ts';
import { useResultsWords } from './study/use-results-words.ts';

const REFRESH_EVERY_MS = 10_000;

/** Results of a study: who answered, teams at a glance, every scale, and what is behind it. */
export default function StudyResultsPage({ study: id }: { study: string }) {
  const { choice } = useChoice();
  const { locale, href } = useLanguage();
  const { wave, team, group, setting } = choice;
  const last = useRef<StudyResults | undefined>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const resource = useResource(
    `results ${id} ${wave} ${team} ${group} ${setting}`,
    (signal) => fetchStudyResults(id, { wave, team, group, setting }, signal),
    isOpen ? REFRESH_EVERY_MS : undefined,
  );
  const { value } = resource;
  useEffect(() => {
    if (value !== undefined) setIsOpen(isOpenWave(value));
  }, [value]);
  const arrived = useMemo(
    () => (value === undefined ? undefined : mostAnsweredFirst(namesForReader(value, locale))),
    [value, locale],
  );
  if (arrived !== undefined) last.current = arrived;
  // what was there stays until the new choice has arrived, so that nothing jumps and the focus keeps its place
  const results = last.current;
  if (resource.value === undefined && resource.failure !== undefined && !resource.loading) {
    return <AddressProblem resource={resource} whole={href(`/studies/${id}/results`)} />;
  }
  if (results === undefined) return <Loading />;
  return <ResultsView results={results} resource={resource} />;
}

/** Questionnaires that everybody answered come before those of a small group. */
function mostAnsweredFirst(results: StudyResults): StudyResults {
  const answers = ({ responses }: StudyResults['instruments'][number]) =>
    responses.status === 'shown' ? responses.value : 0;
  return { ...results, instruments: results.instruments.toSorted((a, b) => answers(b) - answers(a)) };
}

const isOpenWave = ({ waves, wave }: StudyResults) => waves.find(({ number }) => number === wave)?.state === 'open';

interface ResultsViewProps {
  readonly results: StudyResults;
  readonly resource: Resource<StudyResults>;
}

function ResultsView({ results, resource }: ResultsViewProps) {
  const { locale, href } = useLanguage();
  const words = useResultsWords();
  const nameOf = useNameOf(results);
  const isPainted = useAfterPaint();
  const source = useSourceOf(results);
  const { study, reach, wave, instruments, filter } = results;
  const loading = resource.value === undefined;
  const chosen = Object.values(filter).filter((part) => part !== null);
  const file = [study.id, `wave-${wave}`, ...chosen];
  const part = { results, file };
  return (
    <div className="study-results" aria-busy={loading}>
      <PageHeading eyebrow={words.title} title={localized(study.title, locale)} />
      {study.simulated && <p className="note simulated">{words.simulated}</p>}
      {reach.kind !== 'all' && (
        <p className="note">{reach.kind === 'team' ? words.reach.team(nameOf(reach.team ?? '')) : words.reach.whole}</p>
      )}
      {wave === null ? (
        <section className="card">
          <h2>{words.none.title}</h2>
          <p>{words.none.text}</p>
          <p className="actions">
            <Link className="button" href={href(`/studies/${study.id}`)}>
              {words.none.study}
            </Link>
          </p>
        </section>
      ) : (
        <PictureSourceContext value={source}>
          <FilterBar results={results} loading={loading} />
          {isOpenWave(results) && <LiveNote results={results} resource={resource} />}
          {instruments.length > 0 && <Contents results={results} />}
          <ParticipationView {...part} />
          {instruments.length > 0 && (
            <>
              {reach.kind !== 'whole' && <HeatMap {...part} />}
              {isPainted && (
                <>
                  <ScaleSection {...part} />
                  <DriversPart {...part} />
                  <SamePeoplePart {...part} />
                  <ItemsPart {...part} />
                  <CommentsPart {...part} />
                  <QualityPart {...part} />
                </>
              )}
            </>
          )}
        </PictureSourceContext>
      )}
    </div>
  );
}
