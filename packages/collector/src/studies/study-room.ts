import type { Selectable } from 'kysely';
import type { Access } from '../access/open-access.ts';
import type { Catalogue } from '../catalogue.ts';
import type { MailTransport } from '../invitations/mail-transport.ts';
import type { CollectorStore } from '../store/collector-store.ts';
import type { StudyRow } from '../store/database.ts';

/** What the routes of studies, invitations and answers share. */
export interface StudyRoom {
  readonly store: CollectorStore;
  readonly access: Access;
  readonly catalogue: Catalogue;
  readonly mail: MailTransport;
}

export type StudyRecord = Selectable<StudyRow>;

/** The day by the server's clock, UTC. */
export function today({ access }: Pick<StudyRoom, 'access'>): string {
  return new Date(access.now()).toISOString().slice(0, 10);
}
