import type { ReactNode } from 'react';
import type { Action } from '../api/actions.ts';
import type { TeamReport } from '../api/report.ts';
import type { Wave } from '../api/studies.ts';
import { daySpan, longDay, todayUtc } from '../dates.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { SimulatedNote } from '../parts/simulated-note.tsx';
import { reportWords } from '../words/report.ts';
import { AllFigures } from './all-figures.tsx';
import { Highlight } from './highlight.tsx';
import { LastAgreements } from './last-agreements.tsx';
import { OnPaper } from './on-paper.tsx';
import { questionsOf } from './questions-of.ts';
import { SaveFigures } from './save-figures.tsx';
import { scaleName } from './scale-name.ts';
import { shortened } from './shortened.ts';
import { toTalkAbout } from './to-talk-about.ts';

export interface TwoPagesProps {
  readonly report: TeamReport;
  readonly actions: readonly Action[];
  readonly waves: readonly Wave[];
}

type Scale = TeamReport['scales'][number];

/** The report of a team as two sheets: the first to talk about, the second to look things up. Once more for paper. */
export function TwoPages(props: TwoPagesProps) {
  const { team } = props.report;
  const { eyebrow } = useWords(reportWords);
  const name = shortened(team.name, 90);
  return (
    <>
      <div className="sheets">
        <Sheets
          {...props}
          heading={<PageHeading eyebrow={eyebrow} title={name} />}
          saving={<SaveFigures report={props.report} />}
        />
      </div>
      <OnPaper>
        <Sheets
          {...props}
          heading={
            <h1>
              <span className="eyebrow">{eyebrow} </span>
              {name}
            </h1>
          }
        />
      </OnPaper>
    </>
  );
}

interface SheetsProps extends TwoPagesProps {
  readonly heading: ReactNode;
  /** buttons below the figures; none on paper */
  readonly saving?: ReactNode;
}

function Sheets({ report, actions, waves, heading, saving }: SheetsProps) {
  const { locale } = useLanguage();
  const { study, team, wave, scales } = report;
  const words = useWords(reportWords);
  const title = shortened(localized(study.title, locale), 80);
  const foot = (page: number) => (
    <p className="sheet-foot">
      <span>
        {shortened(team.name, 60)} · {title} · {shortened(wave.name, 40)}
      </span>
      <span>
        {words.asOf(longDay(todayUtc(), locale))} · {words.page(page)}
      </span>
    </p>
  );
  return (
    <>
      <section className="sheet" aria-label={words.page(1)}>
        <header className="sheet-head">
          {heading}
          <p>
            {title} · {words.waves(shortened(wave.name, 60), daySpan(wave.opensOn, wave.closesOn, locale))}
          </p>
          {study.simulated && <SimulatedNote />}
          <TakingPart report={report} />
        </header>
        <Highlights report={report} />
        <section className="questions">
          <h2>{words.questions}</h2>
          <ol>
            {questionsOf(report, words).map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
          <p className="quiet">{words.questionsHint}</p>
        </section>
        <NextSteps />
        {foot(1)}
      </section>
      <section className="sheet" aria-label={words.page(2)}>
        <h2>{words.all.title}</h2>
        <AllFigures scales={scales} />
        {saving}
        <h2>{words.read.title}</h2>
        <Key />
        <p>
          {words.read.text} {words.read.limits}
        </p>
        <h2>{words.notShown.title}</h2>
        <NotShown report={report} />
        <h2>{words.last.title}</h2>
        <LastAgreements actions={actions} waves={waves} wave={wave.number} />
        {foot(2)}
      </section>
    </>
  );
}

function TakingPart({ report: { participation, study } }: { report: TeamReport }) {
  const { locale } = useLanguage();
  const { participation: words } = useWords(reportWords);
  const { expected, responses } = participation;
  if (responses.status === 'no-data') return <p className="taking-part">{words.noData}</p>;
  if (responses.status === 'suppressed') return <p className="taking-part">{words.hidden(study.minimumGroupSize)}</p>;
  if (expected === null || expected < responses.value) {
    return <p className="taking-part">{words.some(responses.value)}</p>;
  }
  const share = responses.value / (expected || 1);
  return (
    <p className="taking-part">
      <svg className="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="share-all" width="100" height="8" />
        <rect className="share-some" width={100 * share} height="8" />
      </svg>
      {words.of(responses.value, expected, new Intl.NumberFormat(locale, { style: 'percent' }).format(share))}
    </p>
  );
}

function Highlights({ report }: { report: TeamReport }) {
  const words = useWords(reportWords);
  const { scales, strong, study } = report;
  if (!scales.some(({ team }) => team.status === 'shown')) {
    return (
      <section className="no-figures">
        <h2>{words.hiddenTitle}</h2>
        <p>{words.hidden(study.minimumGroupSize)}</p>
      </section>
    );
  }
  const { worse, lowest } = toTalkAbout(report);
  const isStrong = (scale: Scale) => scale.team.status === 'shown' && strong.includes(keyOf(scale));
  const best = scales.filter(isStrong).toSorted((a, b) => strong.indexOf(keyOf(a)) - strong.indexOf(keyOf(b)));
  const none = lowest === null ? words.talkNone : words.talkLowest;
  return (
    <div className="two-columns">
      <HighlightList
        className="strong"
        title={words.strong}
        scales={best}
        note={best.length === 0 && words.strongNone}
      />
      <HighlightList
        className="talk"
        title={words.talk}
        scales={lowest === null ? worse : [lowest]}
        note={worse.length === 0 && none}
      />
    </div>
  );
}

interface HighlightListProps {
  readonly className: string;
  readonly title: string;
  readonly scales: readonly Scale[];
  /** stands before them; false where there is none */
  readonly note: string | false;
}

const MOST_HIGHLIGHTS = 3;

const keyOf = ({ instrument, id }: Scale) => `${instrument}/${id}`;

function HighlightList({ className, title, scales, note }: HighlightListProps) {
  return (
    <section className={className}>
      <h2>{title}</h2>
      {note !== false && <p>{note}</p>}
      {scales.length > 0 && (
        <ul>
          {scales.slice(0, MOST_HIGHLIGHTS).map((scale) => (
            <Highlight key={keyOf(scale)} scale={scale} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Empty lines to be written on in the meeting. */
function NextSteps() {
  const { next } = useWords(reportWords);
  return (
    <section className="next-steps">
      <h2>{next.title}</h2>
      <div className="lines" aria-hidden="true">
        {[next.what, next.who, next.when].map((head) => (
          <span key={head} className="line-head">
            {head}
          </span>
        ))}
        {Array.from({ length: 9 }, (_, at) => (
          <span key={at} className="line" />
        ))}
      </div>
    </section>
  );
}

/** The signs of the pictures. */
function Key() {
  const { key } = useWords(reportWords).read;
  const signs = {
    team: (
      <>
        <line className="interval" x1="1" x2="27" y1="9" y2="9" />
        <circle className="team" cx="14" cy="9" r="5.5" />
      </>
    ),
    whole: <path className="whole" d="M14 2 l5 7 l-5 7 l-5 -7 z" />,
    before: <circle className="before" cx="14" cy="9" r="4" />,
    good: <path className="better-end" d="M18 9 l-7 -4 v8 z" />,
  };
  return (
    <ul className="key">
      {(['team', 'whole', 'before', 'good'] as const).map((sign) => (
        <li key={sign}>
          <svg className="scale-picture" viewBox="0 0 28 18" aria-hidden="true" focusable="false">
            {signs[sign]}
          </svg>
          {key[sign]}
        </li>
      ))}
    </ul>
  );
}

const LONGEST_LIST = 420;

function NotShown({ report: { scales, study } }: { report: TeamReport }) {
  const { locale } = useLanguage();
  const words = useWords(reportWords);
  const { notShown } = words;
  const hidden = scales.filter(({ team }) => team.status === 'suppressed');
  const names = [...new Set(hidden.map((scale) => scaleName(scale, words, locale)))];
  return (
    <p>
      {names.length === 0
        ? notShown.everything
        : notShown.scales(
            shortened(new Intl.ListFormat(locale).format(names), LONGEST_LIST),
            study.minimumGroupSize,
          )}{' '}
      {notShown.rest}
    </p>
  );
}
