import { type Door, draftKey } from './door.ts';
import { tell } from './tell.ts';

const EVENTS = ['ready', 'change', 'progress', 'submit', 'saved', 'error'] as const;

/** `<peerscale-survey>`, from the file that any page would load. */
export const elementDoor: Door = (place, settings) => {
  const { instrument, locale, theme, mode, shared } = settings;
  let survey = place.querySelector('peerscale-survey');
  const isNew = survey === null;
  survey ??= document.createElement('peerscale-survey');
  const put = (name: string, value: string | null) => {
    if (value === null) survey.removeAttribute(name);
    else survey.setAttribute(name, value);
  };
  put('src', `/surveys/${instrument}.json`);
  put('locale', locale);
  put('theme', theme === 'auto' ? null : theme);
  put('mode', mode === 'list' ? null : mode);
  put('shared-computer', shared ? '' : null);
  put('draft-key', draftKey(settings));
  if (!isNew) return;
  for (const name of EVENTS) survey.addEventListener(name, ({ detail }) => tell(name, detail));
  place.append(survey);
  // not bundled: what the visitor tries is the very file that the snippet names
  const file = '/peerscale/peerscale-survey.js';
  import(/* @vite-ignore */ file).catch(() =>
    tell('error', { code: 'script', message: `${file} could not be loaded` }),
  );
};
