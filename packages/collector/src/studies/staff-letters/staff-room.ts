import type { Selectable } from 'kysely';
import type { Access } from '../../access/open-access.ts';
import type { Letter, MailTransport } from '../../invitations/mail-transport.ts';
import type { Log } from '../../operations/log.ts';
import type { AccountRow, StaffLetterRow } from '../../store/database.ts';
import type { StudyRecord } from '../study-room.ts';
import type { WaveRecord } from '../wave-of.ts';

/** What letters to staff are sent with; the room of a server has it. */
export interface StaffRoom {
  readonly access: Pick<Access, 'origin' | 'guests'>;
  readonly mail: MailTransport;
  readonly log: Pick<Log, 'complain'>;
}

export type StaffAccount = Pick<Selectable<AccountRow>, 'id' | 'email' | 'name' | 'locale' | 'role' | 'team_id'>;

/** Something that staff are told of a wave, once for each day that it is about. */
export interface StaffNotice {
  readonly kind: StaffLetterRow['kind'];
  readonly day: string;
  readonly wave: WaveRecord;
  readonly study: StudyRecord;
  /** Looks up what the letters say, where some are to be sent; an account for which it gives none is not written to. */
  prepare(): Promise<(account: StaffAccount) => Letter | undefined>;
}
