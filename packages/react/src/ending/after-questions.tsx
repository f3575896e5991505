import type { ChosenMessages, FirstMessages, FormContent } from '@peerscale/form';
import type { DeliveryPanel } from '../delivery/delivery-panel.tsx';
import type { SurveyFormApi } from '../form/use-survey-form.ts';
import type { FormState } from '../session/form-controller.ts';
import { allLabels } from './all-labels.ts';
import { HelpContacts } from './help-contacts.tsx';
import { Scores } from './scores.tsx';
import { ThankYou } from './thank-you.tsx';

export interface AfterQuestionsProps {
  readonly form: SurveyFormApi;
  readonly content: FormContent;
  readonly labels: ChosenMessages<FirstMessages>;
  readonly state: FormState;
  /** comes with what delivers: it is there once a delivery has begun */
  readonly Delivery: typeof DeliveryPanel | undefined;
}

/** What stands in place of the questions once they have been handed over: where the record is, and at last the thanks. */
export function AfterQuestions({ form, content, labels, state, Delivery }: AfterQuestionsProps) {
  const all = allLabels(labels);
  const isSaved = state.status === 'saved';
  return (
    <>
      {isSaved ? (
        <ThankYou form={form} texts={all.texts} state={state} />
      ) : (
        Delivery !== undefined && <Delivery form={form} labels={all} delivery={state.delivery} />
      )}
      {isSaved && state.submitted && <Scores content={content} answers={state.answers} labels={all} />}
      <HelpContacts content={content} title={all.texts.helpTitle} />
    </>
  );
}
