import { SurveyForm } from '@peerscale/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Given } from '../../../form/browser/support/bad-input.ts';

declare global {
  interface Window {
    /** what the form is given at first */
    given: Given;
    /** Gives it something else. */
    give: (given: Given) => void;
    /** every event, as name and detail */
    events: [string, unknown][];
    /** whatever came up to the page */
    thrown: string[];
  }
}
window.events = [];
window.thrown = [];
for (const name of ['error', 'unhandledrejection'] as const) {
  window.addEventListener(name, ({ type }) => window.thrown.push(type));
}

const note = (error: unknown) => void window.thrown.push(String(error));
const root = createRoot(document.getElementById('root')!, {
  onUncaughtError: note,
  onCaughtError: note,
  onRecoverableError: note,
});

window.give = (given) =>
  root.render(
    <StrictMode>
      <main>
        <h1>Host page</h1>
        <SurveyForm
          {...(given as { instrument: never })}
          onReady={(detail) => window.events.push(['ready', detail])}
          onError={(detail) => window.events.push(['error', detail])}
          onSubmit={async () => {}}
        />
      </main>
    </StrictMode>,
  );
window.give(window.given);
