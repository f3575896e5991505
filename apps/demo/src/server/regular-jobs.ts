import { foldDue } from '@peerscale/collector';
import { createDueWork, type Job, type ServerRoom } from '@peerscale/collector/server';
import { catalogue } from './catalogue.ts';

/** What the server does once a minute: whatever falls due by the calendar, and adding up what has come in. */
export function regularJobs(room: ServerRoom): readonly Job[] {
  return [
    { name: 'due-work', run: createDueWork({ ...room, letterHour: room.settings.letterHour, catalogue }) },
    { name: 'fold-results', run: () => foldDue({ store: room.store, catalogue }) },
  ];
}
