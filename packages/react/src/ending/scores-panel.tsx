import { respondentScores, textDirection } from '@peerscale/form/scores';
import { useMemo } from 'react';
import type { ScoresProps } from './scores.tsx';

/** The scores in words, worked out here and now by the core. */
export function ScoresPanel({ content, answers, labels }: ScoresProps) {
  const result = useMemo(() => {
    try {
      return respondentScores(content, answers, content.plan.showScores, labels.locale);
    } catch {
      return null; // the plan names a scale or band that is not there: no reason to take the thanks away
    }
  }, [content, answers, labels.locale]);
  if (result === null) return null;
  const { texts, locale, scores } = result;
  return (
    <section className="peerscale-scores" lang={locale} dir={textDirection(locale)}>
      <h3 className="peerscale-part-title">{texts.title}</h3>
      <p className="peerscale-intro">{texts.intro}</p>
      {scores.map(({ part, scale, name, sentences }) => (
        <section key={`${part} ${scale}`} className="peerscale-score">
          <h4 className="peerscale-item-title" lang={name.locale} dir={textDirection(name.locale)}>
            {name.text}
          </h4>
          {sentences.map((sentence) => (
            <p key={sentence.text} lang={sentence.locale} dir={textDirection(sentence.locale)}>
              {sentence.text}
            </p>
          ))}
        </section>
      ))}
    </section>
  );
}
