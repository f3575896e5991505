import { prerender } from 'react-dom/static';
import RootLayout from '../next/app/layout';
import Page from '../next/app/page';

/** The document that a server sends for the Next.js example, with the scripts that take it over. */
export async function renderNext(): Promise<string> {
  const { prelude } = await prerender(
    <RootLayout>
      <Page />
    </RootLayout>,
    { bootstrapModules: ['/hydrate.js'] },
  );
  return new Response(prelude).text();
}
