import { SAMPLE_ID } from '../../shared/sample/sample-id.ts';
import type { PlaygroundSettings } from './settings.ts';

/** Where the snippets send records to: the address of a study at a collector, to be replaced by one's own. */
const ENDPOINT = '/api/studies/spring/responses';

/** The rule that keeps room for the element until it is there; for a style sheet of the page. */
export const ROOM_RULE = 'peerscale-survey:not(:defined) { display: block; min-height: 100vh; }';

/** The code that puts the form of these settings on a page, by the door chosen. */
export function snippetOf(settings: PlaygroundSettings): string {
  if (settings.door === 'react') return reactSnippet(settings);
  return settings.door === 'frame' ? frameSnippet(settings) : elementSnippet(settings);
}

function elementSnippet(settings: PlaygroundSettings): string {
  const { locale, theme, mode, shared } = settings;
  const attributes = [
    `src="${bundlePath(settings)}"`,
    `endpoint="${ENDPOINT}"`,
    `locale="${locale}"`,
    ...(theme === 'auto' ? [] : [`theme="${theme}"`]),
    ...(mode === 'list' ? [] : [`mode="${mode}"`]),
    ...(shared ? ['shared-computer'] : []),
  ];
  return lines(
    '<script type="module" src="/peerscale/peerscale-survey.js"></script>',
    '',
    '<peerscale-survey',
    ...attributes.map((attribute) => `  ${attribute}`),
    '></peerscale-survey>',
  );
}

function frameSnippet(settings: PlaygroundSettings): string {
  const { locale, theme, mode, shared } = settings;
  const query = [
    `src=${bundlePath(settings)}`,
    `endpoint=${ENDPOINT}`,
    `locale=${locale}`,
    ...(theme === 'auto' ? [] : [`theme=${theme}`]),
    ...(mode === 'list' ? [] : [`mode=${mode}`]),
    ...(shared ? ['shared-computer=1'] : []),
  ].join('&amp;');
  return lines(
    '<iframe data-peerscale-survey title="Survey" width="100%" height="640"',
    `  src="/peerscale/frame.html?${query}"></iframe>`,
    '<script type="module" src="/peerscale/embed-frame.js"></script>',
  );
}

function reactSnippet({ instrument, locale, theme, shared }: PlaygroundSettings): string {
  const sample = instrument === SAMPLE_ID;
  const wording = locale === 'cs' ? locale : 'en';
  const imports = sample
    ? ["import { SurveyForm } from '@peerscale/react';", "import '@peerscale/react/styles.css';"]
    : [
        "import { findInstrument, findTextPack } from '@peerscale/instruments';",
        "import { SurveyForm } from '@peerscale/react';",
        "import '@peerscale/react/styles.css';",
      ];
  const form = sample
    ? [`import form from './${instrument}.json';`]
    : [
        '',
        `const instrument = findInstrument('${instrument}');`,
        `const textPack = findTextPack(instrument, '${wording}');`,
      ];
  const properties = [
    ...(sample
      ? ['plan={form.plan}', 'instruments={[form.instrument]}', 'textPacks={form.textPacks}', `locale="${locale}"`]
      : ['instrument={instrument}', 'textPack={textPack}', ...(locale === wording ? [] : [`locale="${locale}"`])]),
    `endpoint="${ENDPOINT}"`,
    ...(theme === 'auto' ? [] : [`theme="${theme}"`]),
    ...(shared ? ['keep="none"'] : []),
  ];
  return lines(
    ...imports,
    ...form,
    '',
    'export function Survey() {',
    '  return (',
    '    <SurveyForm',
    ...properties.map((property) => `      ${property}`),
    '    />',
    '  );',
    '}',
  );
}

function bundlePath({ instrument }: PlaygroundSettings): string {
  return `/surveys/${instrument}.json`;
}

function lines(...parts: readonly string[]): string {
  return `${parts.join('\n')}\n`;
}
