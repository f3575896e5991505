import type { ChosenMessages, FirstMessages, FormContent } from '@peerscale/form';
import { askedItems, planText } from '@peerscale/form/answering';

export interface QuestionsFallbackProps {
  readonly content: FormContent;
  readonly labels: ChosenMessages<FirstMessages> | null;
}

/** The questions to be read, before they can be answered: what a server sends, and what is there while SurveyJS loads. */
export function QuestionsFallback({ content: { plan, instruments, locale }, labels }: QuestionsFallbackProps) {
  const texts = plan.parts.flatMap((part): (readonly [string, string])[] => {
    if (part.kind === 'instrument') {
      const { instrument, textPack } = instruments[part.id]!;
      return askedItems(instrument, part).map(({ id }) => [`${part.id} ${id}`, textPack.items[id]!] as const);
    }
    return 'question' in part ? [[part.id, planText(part.question, locale).text] as const] : [];
  });
  return (
    <>
      <p className="peerscale-note" lang={labels?.locale}>
        {labels?.texts.loading}
      </p>
      <ol className="peerscale-waiting">
        {texts.map(([key, text]) => (
          <li key={key}>{text}</li>
        ))}
      </ol>
    </>
  );
}
