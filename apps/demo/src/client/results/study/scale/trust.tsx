import type { ScaleResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { formats } from '../../formats.ts';
import { OpenOnDemand } from '../parts/open-on-demand.tsx';
import { useResultsWords } from '../use-results-words.ts';

/** How far a scale can be trusted, in plain words first; the coefficients are behind "How do we know?". */
export function Trust({ scale: { reliability, agreement } }: { scale: ScaleResults }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const { figure, percent, whole } = formats(locale);
  const { interval } = reliability;
  const ends = (of: NonNullable<typeof interval>) => `${figure(of.lower)} – ${figure(of.upper)}`;
  const figures: readonly (readonly [string, string])[] = [
    [words.reliability.alpha, figure(reliability.alpha)],
    ...(interval === null ? [] : [[words.reliability.interval(percent(interval.level)), ends(interval)] as const]),
    ...(reliability.n === null ? [] : [[words.reliability.n, whole(reliability.n)] as const]),
    [words.agreement.rwg, figure(agreement.rwg)],
    [words.agreement.icc1, figure(agreement.icc1)],
    [words.agreement.icc2, figure(agreement.icc2)],
    [words.agreement.teams, whole(agreement.teams)],
  ];
  return (
    <section className="trust">
      <h4>{words.scale.trust}</h4>
      <ul className="verdicts">
        <li data-verdict={reliability.verdict}>{words.reliability[reliability.verdict]}</li>
        <li data-verdict={agreement.verdict}>{words.agreement[agreement.verdict]}</li>
      </ul>
      <OpenOnDemand title={words.scale.how}>
        <dl className="coefficients">
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{words.reliability.text}</p>
        <p>{words.agreement.text}</p>
      </OpenOnDemand>
    </section>
  );
}
