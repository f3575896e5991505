import { type Door, draftKey } from './door.ts';
import { tell } from './tell.ts';

/** The form in a frame, with the script that sets the frame's height. */
export const frameDoor: Door = (place, settings) => {
  const { instrument, locale, theme, mode, shared } = settings;
  const query = new URLSearchParams({ src: `/surveys/${instrument}.json`, locale });
  if (theme !== 'auto') query.set('theme', theme);
  if (mode !== 'list') query.set('mode', mode);
  if (shared) query.set('shared-computer', '1');
  query.set('draft-key', draftKey(settings));
  query.set('host', location.origin);
  const address = `/peerscale/frame.html?${query}`;
  const before = place.querySelector('iframe');
  if (before?.getAttribute('src') === address) return;
  const frame = document.createElement('iframe');
  frame.title = document.title;
  frame.src = address;
  frame.dataset.peerscaleSurvey = '';
  frame.addEventListener('peerscale', (event) => {
    const { event: name, ...detail } = (event as CustomEvent<{ event: string }>).detail;
    tell(name, detail);
  });
  // in its place and not by another address: that would be a step in the history of the page
  if (before === null) place.append(frame);
  else before.replaceWith(frame);
  const file = '/peerscale/embed-frame.js';
  import(/* @vite-ignore */ file).catch(() =>
    tell('error', { code: 'script', message: `${file} could not be loaded` }),
  );
};
