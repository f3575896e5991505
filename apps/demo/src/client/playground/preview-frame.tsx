import { useEffect, useId, useRef } from 'react';
import { useLanguage } from '../language-context.ts';
import { messageFrom, type PreviewEvent, type PreviewSettings } from '../preview/messages.ts';
import { type PlaygroundSettings, settingsQuery } from './settings.ts';
import { playgroundWords } from './words.ts';

interface PreviewFrameProps {
  readonly settings: PlaygroundSettings;
  readonly onEvent: (name: string, detail: unknown) => void;
  /** told where somebody has dragged the frame to another width, in CSS pixels */
  readonly onResize: (width: number) => void;
}

/**
 * The form in a window of its own, whose width it goes by. Another door or instrument is another page; every other
 * setting reaches the page that is there, so that answers stay.
 */
export function PreviewFrame({ settings, onEvent, onResize }: PreviewFrameProps) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const id = useId();
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ settings, onEvent });
  latest.current = { settings, onEvent };

  const page = `${settings.door} ${settings.instrument} ${locale}`;
  const address = useRef({ page: '', url: '' });
  if (address.current.page !== page) {
    const query = settingsQuery(settings, `?lang=${locale}`, locale);
    address.current = { page, url: `/playground/preview.html${query}` };
  }

  const opened = useRef('');
  const send = () => {
    if (opened.current !== address.current.url) return; // the query has told it
    const message: PreviewSettings = { from: 'peerscale-playground', settings: latest.current.settings };
    frame.current?.contentWindow?.postMessage(message, location.origin);
  };
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      const message = messageFrom<PreviewEvent>(event, frame.current?.contentWindow ?? null, 'peerscale-preview');
      if (message === null) return;
      if (message.name === 'open') {
        opened.current = address.current.url;
        send(); // what was chosen while the page was on its way
      } else latest.current.onEvent(message.name, message.detail);
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
  useEffect(send, [settings]);

  const { width } = settings;
  useEffect(() => {
    // by the style's own property: React leaves alone what a drag has set, as long as its own value stays the same
    if (box.current !== null) box.current.style.width = width === null ? '' : `${width}px`;
  }, [width]);
  const dragged = () => {
    const now = box.current?.style.width ?? '';
    const pixels = Math.round(Number.parseFloat(now));
    if (Number.isFinite(pixels) && pixels !== (width ?? 0)) onResize(pixels);
  };

  return (
    <section className="preview" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{words.preview}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard could not reach what is to the side */}
      <section className="preview-room" aria-label={words.previewRegion} tabIndex={0}>
        <div className="preview-box" ref={box} onPointerUp={dragged}>
          <iframe key={address.current.url} ref={frame} title={words.previewTitle} src={address.current.url} />
        </div>
      </section>
      <p className="quiet mouse-only">{words.dragHint}</p>
    </section>
  );
}
