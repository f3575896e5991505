import type { Store } from '../../store/store.ts';
import type { StaffAccount, StaffRoom } from './staff-room.ts';

/**
 * The accounts of an organisation that are written to about its waves: owners, analysts and leads, by id. Not those that
 * are disabled, or that any visitor is signed in as, and not those whose invitation nobody has taken up: their address may
 * be somebody else's.
 */
export async function staffAccounts(
  { db }: Store,
  { access }: Pick<StaffRoom, 'access'>,
  organisationId: string,
): Promise<StaffAccount[]> {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'email', 'name', 'locale', 'role', 'team_id'])
    .where('organisation_id', '=', organisationId)
    .where('role', '!=', 'viewer')
    .where('disabled', '=', 0)
    .where('password_hash', 'is not', null)
    .orderBy('id')
    .execute();
  return accounts.filter(({ id }) => !access.guests.has(id));
}
