import type { ChosenMessages, FirstMessages, FormContent } from '@peerscale/form';
import type { SurveyFormApi } from '../form/use-survey-form.ts';
import { allLabels } from './all-labels.ts';
import { HelpContacts } from './help-contacts.tsx';
import { SendingBar } from './sending-bar.tsx';
import { useSpokenProgress } from './use-spoken-progress.ts';

export interface BelowQuestionsProps {
  readonly form: SurveyFormApi;
  readonly content: FormContent;
  readonly labels: ChosenMessages<FirstMessages>;
  /** says something that is to be seen already */
  readonly announce: (text: string) => void;
  readonly onClear: () => void;
}

/** What stands below the questions: sending, once there is something to send, and whom to turn to. */
export function BelowQuestions({ form, content, labels, announce, onClear }: BelowQuestionsProps) {
  const all = allLabels(labels);
  useSpokenProgress(form, all, announce);
  const clear = (): void => {
    onClear();
    announce(all.texts.cleared);
  };
  return (
    <>
      {form.status !== 'loading' && !form.shut && <SendingBar labels={all} form={form} onClear={clear} />}
      <HelpContacts content={content} title={all.texts.helpTitle} />
    </>
  );
}
