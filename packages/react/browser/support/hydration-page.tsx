import { SurveyForm } from '@peerscale/react';
import { StrictMode, version } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { instrument } from '../../fixtures/instrument.ts';
import { czech } from '../../fixtures/text-packs.ts';

const page = (
  <StrictMode>
    <main>
      <h1>Host page</h1>
      <SurveyForm instrument={instrument} textPack={czech} draftKey="spring" onSubmit={async () => {}} />
    </main>
  </StrictMode>
);

/** What a server sends. */
export const html = (): string => renderToString(page);

if (typeof document !== 'undefined') {
  Object.assign(window, { recoverableErrors: [], reactVersion: version });
  hydrateRoot(document.getElementById('root')!, page, {
    onRecoverableError: (error) => window.recoverableErrors.push(String(error)),
  });
}
