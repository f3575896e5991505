import { Link } from 'react-aria-components';
import { useLanguage, useWords } from '../language-context.ts';
import { setupWords } from '../words/setup.ts';
import { STEPS, type Step } from './steps.ts';

interface StepListProps {
  /** undefined before the first step is done */
  readonly study: string | undefined;
  readonly step: Step;
  readonly done: ReadonlySet<Step>;
}

/** Where one is among the steps; each can be gone to as soon as there is a draft. */
export function StepList({ study, step, done }: StepListProps) {
  const words = useWords(setupWords);
  const { href } = useLanguage();
  return (
    <nav aria-label={words.stepsLabel} className="step-list">
      <p className="quiet">{words.stepOf(STEPS.indexOf(step) + 1, STEPS.length)}</p>
      <ol>
        {STEPS.map((one, at) => {
          const content = (
            <>
              <span className="step-number" aria-hidden="true" data-done={done.has(one)}>
                {done.has(one) && one !== step ? '✓' : at + 1}
              </span>
              <span className="step-name">{words.steps[one]}</span>
            </>
          );
          return (
            <li key={one} data-current={one === step}>
              {study === undefined ? (
                <span {...(one === step ? { 'aria-current': 'step' as const } : {})}>{content}</span>
              ) : (
                <Link
                  href={href(`/studies/${study}?step=${one}`)}
                  {...(one === step ? { 'aria-current': 'step' as const } : {})}
                >
                  {content}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
