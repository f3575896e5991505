import type { Database } from '../store/database.ts';

/** Not in a backup: restored, they would open doors that were closed since, or answer for what is not there. */
export const NOT_BACKED_UP = [
  'session',
  'known_device',
  'one_time_link',
  'idempotency_key',
] as const satisfies readonly (keyof Database)[];

/** Every other table, each after those it refers to. */
export const BACKED_UP_TABLES = [
  'organisation',
  'account',
  'passkey',
  'audit',
  'study',
  'team',
  'respondent_group',
  'wave',
  'wave_cell',
  'link',
  'token',
  'submission',
  'response',
  'other_answer',
  'cell_tally',
  'action',
  'report_release',
  'staff_letter',
] as const satisfies readonly (keyof Database)[];
