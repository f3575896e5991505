import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Link } from 'react-aria-components';
import { useLanguage, useWords } from '../language-context.ts';
import { Loading } from '../parts/loading.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { SimulatedNote } from '../parts/simulated-note.tsx';
import { navigate } from '../router.ts';
import { setupWords } from '../words/setup.ts';
import { titleIn } from './plan-title.ts';
import { StepList } from './step-list.tsx';
import { GroupsStep } from './steps/groups-step.tsx';
import { ProtectionStep } from './steps/protection-step.tsx';
import { TeamsStep } from './steps/teams-step.tsx';
import { WavesStep } from './steps/waves-step.tsx';
import { WhatStep } from './steps/what-step.tsx';
import { STEPS, type Step } from './steps.ts';
import { type StudyData, stepsDone } from './study-data.ts';
import { useVisitedSteps } from './visited-steps.ts';

// the preview brings the form along
const StartStep = lazy(() => import('./steps/start-step.tsx'));

/** What every step is given. */
export interface StepProps {
  readonly data: StudyData;
  /** fetches the study anew, after something was changed */
  readonly reload: () => void;
  /** goes to the next step */
  readonly next: () => void;
  /** the way back to the step before */
  readonly back: ReactNode;
}

const COMPONENTS = {
  what: WhatStep,
  teams: TeamsStep,
  groups: GroupsStep,
  protection: ProtectionStep,
  waves: WavesStep,
  start: StartStep,
} as const;

interface SetUpStepsProps {
  readonly data: StudyData;
  readonly step: Step;
  readonly reload: () => void;
}

/** The set-up of a study that is there as a draft: one step at a time, each saved when it is left. */
export default function SetUpSteps({ data, step, reload }: SetUpStepsProps) {
  const words = useWords(setupWords);
  const { locale, href } = useLanguage();
  const { study } = data;
  const visited = useVisitedSteps(study.id, step);
  const at = STEPS.indexOf(step);
  const before = STEPS[at - 1];
  const after = STEPS[at + 1];
  const Content = COMPONENTS[step];
  return (
    <div className="set-up">
      <PageHeading eyebrow={titleIn(study.title, locale)} title={TITLES[step](words)} key={step} />
      {study.simulated && <SimulatedNote />}
      <StepList study={study.id} step={step} done={stepsDone(data, visited)} />
      <HeadingFocus step={step} />
      <Suspense fallback={<Loading />}>
        <Content
          key={step}
          data={data}
          reload={reload}
          next={() => {
            if (after === undefined) return;
            navigate(href(`/studies/${study.id}?step=${after}`));
            scrollTo(0, 0);
          }}
          back={
            before === undefined ? null : (
              <Link className="button" href={href(`/studies/${study.id}?step=${before}`)}>
                {words.back}
              </Link>
            )
          }
        />
      </Suspense>
      <p className="quiet">{words.draft}</p>
    </div>
  );
}

const TITLES: Readonly<Record<Step, (words: typeof setupWords.en) => string>> = {
  what: ({ what }) => what.title,
  teams: ({ teams }) => teams.title,
  groups: ({ groups }) => groups.title,
  protection: ({ protection }) => protection.title,
  waves: ({ waves }) => waves.title,
  start: ({ start }) => start.title,
};

/** A step that follows another is read from its heading on, as a new page is. */
function HeadingFocus({ step }: { step: Step }) {
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, [step]);
  return null;
}
