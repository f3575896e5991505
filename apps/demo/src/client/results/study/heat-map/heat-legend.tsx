import type { Locale } from '../../../catalogue.ts';
import { useLanguage } from '../../../language-context.ts';
import type { ResultsWords } from '../../../words/results.ts';
import { useResultsWords } from '../use-results-words.ts';
import { HEAT_CUTS, HEAT_STEPS, heatMark } from './heat-step.ts';

/** From which difference on a colour is used, in words. */
export function heatCuts(heat: ResultsWords['heat'], locale: Locale): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const [small, middle, large] = HEAT_CUTS.map((cut) => percent.format(cut)) as [string, string, string];
  return heat.stepsText(small, middle, large);
}

/** What the colours of the heat map mean, and from which difference on. */
export function HeatLegend() {
  const { locale } = useLanguage();
  const { heat } = useResultsWords();
  return (
    <div className="heat-legend">
      <p>
        <strong>{heat.legend}</strong>
      </p>
      <ul>
        {HEAT_STEPS.map((step) => (
          <li key={step}>
            <span className={`swatch heat-${step}`} aria-hidden="true">
              {heatMark(step)}
            </span>
            {heat.steps[step]}
          </li>
        ))}
      </ul>
      <p className="quiet">{heatCuts(heat, locale)}</p>
    </div>
  );
}
