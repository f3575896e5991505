import type { Context, Handler } from 'hono';
import type { StaffEnv } from '../../access/protect.ts';
import { createBuckets } from '../../access/rate/bucket.ts';
import { digestOf } from '../../access/secret.ts';
import { cellsToChoose, chooseCell } from '../../answers/choose-cell.ts';
import { findInvitation } from '../../answers/find-invitation.ts';
import { formOfGroup } from '../../answers/form-of-group.ts';
import { type OpenInvitation, openWave } from '../../answers/open-wave.ts';
import { Refusal } from '../../refusal.ts';
import type { StudyRoom } from '../../studies/study-room.ts';
import { studyView } from '../../studies/study-view.ts';
import { waveView } from '../../studies/wave-of.ts';

/** What the routes for respondents share. */
export interface RespondentRoom extends StudyRoom {
  /**
   * Notes a secret or a receipt that nothing belongs to: sixty of one address, then one a second. Right ones are not
   * counted, because a whole ward may have one address.
   *
   * @throws Refusal where it was one too many
   */
  missed(c: Context): void;
}

export function respondentRoom(room: StudyRoom): RespondentRoom {
  const misses = createBuckets({ size: 60, perSecond: 1, now: room.access.now });
  return {
    ...room,
    missed(c) {
      const wait = misses.take(room.access.address(c));
      if (wait === 0) return;
      throw new Refusal('too-many-requests', {
        headers: { 'Retry-After': String(Math.max(1, Math.ceil(wait / 1000))) },
      });
    },
  };
}

/**
 * The invitation that the address names, to a wave that is open.
 *
 * @throws Refusal `link-not-valid` for what was never one, and what is one no more: nothing tells them apart
 */
export async function invitationOf(room: RespondentRoom, c: Context): Promise<OpenInvitation> {
  const digest = digestOf(c.req.param('secret'));
  const found = digest === undefined ? undefined : await findInvitation(room.store.db, digest);
  if (found === undefined) {
    room.missed(c);
    throw new Refusal('link-not-valid');
  }
  return openWave(room, found);
}

/** GET /invitations/:secret: what it invites to, and what the person is to choose where the link leaves something open. */
export function getInvitation(room: RespondentRoom): Handler<StaffEnv, '/invitations/:secret'> {
  return async (c) => {
    const invitation = await invitationOf(room, c);
    const { kind, frozen, team, group } = invitation;
    const cells = kind === 'open' ? await cellsToChoose(room.store, invitation) : [];
    const named = (ids: ReadonlySet<string>, all: readonly { readonly id: string; readonly name: string }[]) =>
      all.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ id, name }));
    c.header('Cache-Control', 'no-store');
    return c.json({
      kind,
      organisation: await organisationOf(room, invitation),
      ...told(invitation),
      team,
      group,
      choices: {
        teams: named(new Set(cells.map((cell) => cell.team)), frozen.teams),
        groups: named(new Set(cells.map((cell) => cell.group)), frozen.groups),
        cells,
      },
    });
  };
}

/**
 * GET /invitations/:secret/form: the bundle of `<peerscale-survey>` in every language of the study. An open link takes
 * `?team=` and `?group=`.
 */
export function getInvitedForm(room: RespondentRoom): Handler<StaffEnv, '/invitations/:secret/form'> {
  return async (c) => {
    const invitation = await invitationOf(room, c);
    const { team, group } = await chooseCell(room.store, invitation, c.req.query());
    const form = formOfGroup(group, invitation.study, room.catalogue);
    c.header('Cache-Control', 'no-store');
    return c.json({
      plan: form.plan,
      instruments: form.planned.map(({ instrument }) => instrument),
      textPacks: form.planned.flatMap(({ textPacks }) => [...textPacks.values()]),
      ...told(invitation),
      team,
      group: { id: group.id, name: group.name },
    });
  };
}

/** Who asks; null for a study of the server itself. */
async function organisationOf({ store }: RespondentRoom, { study }: OpenInvitation): Promise<string | null> {
  if (study.organisation_id === null) return null;
  const asked = store.db.selectFrom('organisation').select('name').where('id', '=', study.organisation_id);
  return (await asked.executeTakeFirst())?.name ?? null;
}

/** What people are told before they answer. */
function told({ study, wave }: OpenInvitation) {
  const { id, title, locales, minimumGroupSize, minimumTextSize, linkage, retentionDays, simulated } = studyView(study);
  const { name, closesOn } = waveView(wave);
  return {
    study: { id, title, locales, minimumGroupSize, minimumTextSize, linkage, retentionDays, simulated },
    wave: { name, closesOn },
  };
}
