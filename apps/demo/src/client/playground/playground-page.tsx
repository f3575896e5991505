import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language-context.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { replaceAddress, useAddress } from '../router.ts';
import '../styles/playground.css';
import { Controls } from './controls.tsx';
import { EventList, type SeenEvent, SHOWN_EVENTS } from './event-list.tsx';
import { knownInstrument } from './known-forms.ts';
import { NoWording } from './no-wording.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { type HandedRecord, RecordView } from './record-view.tsx';
import { type PlaygroundSettings, readSettings, settingsQuery } from './settings.ts';
import { SnippetView } from './snippet-view.tsx';
import { playgroundWords } from './words.ts';

interface Seen {
  readonly events: readonly SeenEvent[];
  readonly all: number;
  readonly record: HandedRecord | null;
}

const NOTHING: Seen = { events: [], all: 0, record: null };

/** A form to try, with what it tells its page and the code that puts it there. All that is chosen is in the address. */
export default function PlaygroundPage() {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const { pathname, search } = useAddress();
  const settings = useSettings(search, locale);
  const [seen, setSeen] = useState(NOTHING);
  const instrument = knownInstrument(settings.instrument);
  const page = `${settings.door} ${settings.instrument}`;
  // another form, another story
  useEffect(() => setSeen(NOTHING), [page]);

  const change = (some: Partial<PlaygroundSettings>) => {
    replaceAddress(pathname + settingsQuery({ ...settings, ...some }, search, locale));
  };
  const onEvent = (name: string, detail: unknown) =>
    setSeen(({ events, all, record }) => ({
      events: [{ place: all, name, detail }, ...events].slice(0, SHOWN_EVENTS),
      all: all + 1,
      record: recordOf(detail) ?? record,
    }));

  const playable = instrument?.rights.wording === 'included';
  return (
    <div className="playground">
      <PageHeading title={words.title} />
      <p className="lead">{words.introduction}</p>
      <div className="workbench">
        <Controls settings={settings} change={change} />
        <div className="stage">
          {instrument === undefined && <p className="note warning">{words.unknown(settings.instrument)}</p>}
          {instrument !== undefined && !playable && <NoWording instrument={instrument} settings={settings} />}
          {playable && (
            <>
              <PreviewFrame settings={settings} onEvent={onEvent} onResize={(width) => change({ width })} />
              <SnippetView settings={settings} />
              <div className="told">
                <EventList
                  events={seen.events}
                  all={seen.all}
                  onClear={() => setSeen(({ record }) => ({ ...NOTHING, record }))}
                />
                <RecordView record={seen.record} door={settings.door} />
              </div>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** The settings in the address, the same object as long as they say the same. */
function useSettings(search: string, locale: 'en' | 'cs'): PlaygroundSettings {
  const settings = readSettings(search, locale);
  const kept = useRef(settings);
  if (JSON.stringify(kept.current) !== JSON.stringify(settings)) kept.current = settings;
  return kept.current;
}

function recordOf(detail: unknown): HandedRecord | null {
  if (typeof detail !== 'object' || detail === null || !('record' in detail)) return null;
  return detail.record as HandedRecord;
}
