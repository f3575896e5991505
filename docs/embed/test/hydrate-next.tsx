import { hydrateRoot } from 'react-dom/client';
import RootLayout from '../next/app/layout';
import Page from '../next/app/page';

declare global {
  interface Window {
    /** what React had to draw anew because the server had drawn something else */
    recoverableErrors: string[];
  }
}
window.recoverableErrors = [];

hydrateRoot(
  document,
  <RootLayout>
    <Page />
  </RootLayout>,
  { onRecoverableError: (error) => window.recoverableErrors.push(String(error)) },
);
