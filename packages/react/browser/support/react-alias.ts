import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How the tests' bundles find the built package and the React asked for. The names are those of package.json. */
export const reactAlias = (react18: boolean): Record<string, string> => ({
  '@peerscale/react': here('../../dist/index.js'),
  ...(react18 && { react: 'react-18', 'react-dom': 'react-dom-18' }),
});

/** Where aliases are looked up from. */
export const packageFolder = here('../..');
