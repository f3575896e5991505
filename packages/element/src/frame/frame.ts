import '../index.ts';
import { frameSettings } from './frame-settings.ts';

/** The page inside of a frame: one form, told by the query, that tells the page around how high it is and how it goes. */
const allowed = document.querySelector<HTMLMetaElement>('meta[name="peerscale-allow"]')?.content.split(/\s+/) ?? [];
const around = location.ancestorOrigins?.[0] ?? (document.referrer === '' ? null : new URL(document.referrer).origin);

/** Never an answer: what is in the form goes to the endpoint alone. */
function tell(host: string | null, event: string, more: Readonly<Record<string, number | string>> = {}): void {
  if (host !== null && parent !== window) parent.postMessage({ source: 'peerscale-survey', event, ...more }, host);
}

try {
  const { attributes, host } = frameSettings(location.href, allowed, around);
  const survey = document.createElement('peerscale-survey');
  for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
  if (attributes.locale !== undefined) document.documentElement.lang = attributes.locale;
  new ResizeObserver(() => tell(host, 'height', { height: document.documentElement.offsetHeight })).observe(survey);
  survey.addEventListener('ready', () => tell(host, 'ready'));
  survey.addEventListener('progress', ({ detail }) => tell(host, 'progress', { ...detail }));
  survey.addEventListener('saved', () => tell(host, 'saved'));
  survey.addEventListener('error', ({ detail }) => tell(host, 'error', { code: detail.code }));
  document.body.append(survey);
} catch (error) {
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.textContent = error instanceof RangeError ? error.message : 'This form cannot be shown.';
  document.body.append(words);
}
