/*
 * What the playground frames: a page as a host would have it, with one form in it. The query says how it begins; later
 * settings come as messages, so that answers stay while language, colours or mode change.
 */
import { chooseLocale } from '../locale.ts';
import { type PlaygroundSettings, readSettings } from '../playground/settings.ts';
import type { Door } from './door.ts';
import { elementDoor } from './element-door.ts';
import { frameDoor } from './frame-door.ts';
import { messageFrom, type PreviewSettings } from './messages.ts';
import { tell } from './tell.ts';
import '../styles/preview.css';

const HOST = { en: 'A page of yours', cs: 'Vaše stránka' };

const locale = chooseLocale(location.search, navigator.languages);
document.documentElement.lang = locale;
document.title = HOST[locale];

const heading = document.createElement('h1');
heading.textContent = HOST[locale];
heading.id = 'host';
const place = document.createElement('div');
const main = document.createElement('main');
main.setAttribute('aria-labelledby', heading.id);
main.append(heading, place);
document.body.append(main);

const doors: Readonly<Record<PlaygroundSettings['door'], () => Door | Promise<Door>>> = {
  element: () => elementDoor,
  frame: () => frameDoor,
  // React and SurveyJS are the larger part: they come only where they are asked for
  react: () => import('./react-door.tsx').then(({ reactDoor }) => reactDoor),
};

async function show(settings: PlaygroundSettings): Promise<void> {
  if (settings.theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = settings.theme;
  const door = await doors[settings.door]();
  await door(place, settings);
}

function fail(cause: unknown): void {
  tell('error', { code: 'preview', message: cause instanceof Error ? cause.message : String(cause) });
}

addEventListener('message', (event) => {
  const message = messageFrom<PreviewSettings>(event, parent, 'peerscale-playground');
  if (message !== null) show(message.settings).catch(fail);
});
show(readSettings(location.search, locale)).catch(fail);
tell('open', null);
