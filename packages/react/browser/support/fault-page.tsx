import { type KeepMode, SurveyForm } from '@peerscale/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { instrumentOfFaults, planOfFaults, textPackOfFaults } from '../../../faults/src/form-of-faults.ts';

/** The form of the schedules of faults, as the query says. */
const query = new URLSearchParams(location.search);
const common = {
  endpoint: query.get('endpoint')!,
  keep: query.get('keep') as KeepMode,
  draftKey: 'faults',
};

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <main>
      <h1>Host page</h1>
      {query.has('planned') ? (
        <SurveyForm {...common} plan={planOfFaults} instruments={[instrumentOfFaults]} textPacks={[textPackOfFaults]} />
      ) : (
        <SurveyForm {...common} instrument={instrumentOfFaults} textPack={textPackOfFaults} />
      )}
    </main>
  </StrictMode>,
);
