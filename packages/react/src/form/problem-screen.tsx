import type { FirstMessages, FormErrorCode } from '@peerscale/form';
import type { SurveyFormApi } from './use-survey-form.ts';

const WORDS: Partial<Readonly<Record<FormErrorCode, keyof FirstMessages>>> = {
  'instrument-not-found': 'errorNotFound',
  'text-pack-missing-language': 'errorLanguage',
  'unsupported-item': 'errorUnsupported',
  offline: 'errorNotFound',
};

/** What stands in place of a form that cannot be shown: plain words for the person; details are the host's, by `onError`. */
export function ProblemScreen({ form }: { readonly form: SurveyFormApi }) {
  const { labels, problem } = form;
  if (labels === null || problem === null) return null;
  const { texts } = labels;
  return (
    <div role="alert" className="peerscale-panel">
      <h2 id={`${form.id}-title`} className="peerscale-title" tabIndex={-1}>
        {texts.errorTitle}
      </h2>
      <p className="peerscale-intro">{texts[WORDS[problem.code] ?? 'errorInvalid']}</p>
      {problem.code === 'offline' && (
        <div className="peerscale-buttons">
          <button type="button" className="peerscale-button peerscale-button-main" onClick={form.retry}>
            {texts.retry}
          </button>
        </div>
      )}
    </div>
  );
}
