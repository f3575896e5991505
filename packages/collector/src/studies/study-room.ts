import type { Selectable } from 'kysely';
import type { Access } from '../access/open-access.ts';
import type { Catalogue } from '../catalogue.ts';
import type { MailTransport } from '../invitations/mail-transport.ts';
import type { StudyRow } from '../store/database.ts';
import type { Store } from '../store/store.ts';

/** What the routes of studies, invitations and answers share. */
export interface StudyRoom {
  readonly store: Store;
  readonly access: Access;
  readonly catalogue: Catalogue;
  readonly mail: MailTransport;
}

export type StudyRecord = Selectable<StudyRow>;

/** The day by the server's clock, UTC. */
export function today({ access }: Pick<StudyRoom, 'access'>): string {
  return new Date(access.now()).toISOString().slice(0, 10);
}
