import { useId } from 'react';
import { Button } from 'react-aria-components';
import { useLanguage } from '../language-context.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { playgroundWords } from './words.ts';

export interface SeenEvent {
  readonly place: number;
  readonly name: string;
  readonly detail: unknown;
}

/** As many as somebody scrolls through. */
export const SHOWN_EVENTS = 100;
const LONGEST_DETAIL = 200;

interface EventListProps {
  /** the newest first */
  readonly events: readonly SeenEvent[];
  /** how many there have been */
  readonly all: number;
  readonly onClear: () => void;
}

/** What the form told its page, the newest first. */
export function EventList({ events, all, onClear }: EventListProps) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const id = useId();
  return (
    <div className="card">
      <h2 id={id}>{words.events}</h2>
      {events.length === 0 ? (
        <p className="quiet">{words.eventsNone}</p>
      ) : (
        <>
          <ScrollRegion labelledBy={id}>
            <ol className="events" reversed start={all}>
              {events.map(({ place, name, detail }) => (
                <li key={place}>
                  <strong>{name}</strong> <code>{inShort(detail)}</code>
                </li>
              ))}
            </ol>
          </ScrollRegion>
          {all > events.length && <p className="quiet">{words.eventsNewest(events.length, all)}</p>}
          <p className="actions">
            <Button className="button" onPress={onClear}>
              {words.clear}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}

/** A detail on a line. All the answers so far are too much of it where the one that changed is there too. */
function inShort(detail: unknown): string {
  const shown =
    typeof detail === 'object' && detail !== null && 'item' in detail ? { ...detail, answers: undefined } : detail;
  const text = JSON.stringify(shown) ?? '';
  return text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)}…` : text;
}
