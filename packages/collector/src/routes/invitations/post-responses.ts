import type { Context, Handler } from 'hono';
import * as v from 'valibot';
import type { StaffEnv } from '../../access/protect.ts';
import { digestOf } from '../../access/secret.ts';
import { chooseCell } from '../../answers/choose-cell.ts';
import { waveAndStudy } from '../../answers/find-invitation.ts';
import { formOfGroup } from '../../answers/form-of-group.ts';
import { frozenOf } from '../../answers/open-wave.ts';
import { responseKey, submissionRows } from '../../answers/submission-rows.ts';
import { idempotencyKeySchema } from '../../model/submission.ts';
import { bodyError, problem } from '../../problem.ts';
import { errorsRefusal, Refusal } from '../../refusal.ts';
import { checkForm } from '../../request/check-form.ts';
import { readJson } from '../../request/read-json.ts';
import { type AddSubmissionResult, digestOf as submissionDigest } from '../../store/insert-submissions.ts';
import { today } from '../../studies/study-room.ts';
import { invitationOf, type RespondentRoom } from './invitation.ts';

/** Sixty instruments are more than a plan has parts. */
const named = v.object({
  idempotencyKey: idempotencyKeySchema,
  instrument: v.optional(v.string()),
  records: v.optional(v.pipe(v.array(v.object({ instrument: v.string() })), v.maxLength(60)), []),
});

/**
 * POST /invitations/:secret/responses: takes a form record or a response record, once per idempotency key, and burns the
 * token in the same transaction. A record that came before is answered before the token is looked at, because it is
 * burnt: so a client that did not hear the answer can send again. The receipt is in the answer each time, and nowhere else.
 */
export function postInvitedResponses(room: RespondentRoom): Handler<StaffEnv, '/invitations/:secret/responses'> {
  return async (c) => {
    c.header('Cache-Control', 'no-store');
    const body = await readJson(c);
    if (body instanceof Response) return body;
    const earlier = await earlierAnswer(room, c, body.value);
    if (earlier !== undefined) return earlier;
    const invitation = await invitationOf(room, c).catch(async (error: unknown) => {
      // the same record may have arrived twice at once: the other one has burnt the token since the first look
      const meanwhile = await earlierAnswer(room, c, body.value);
      if (meanwhile === undefined) throw error;
      return meanwhile;
    });
    if (invitation instanceof Response) return invitation;
    const { team, group } = await chooseCell(room.store, invitation, c.req.query());
    const { study, wave } = invitation;
    const form = formOfGroup(group, study, room.catalogue);
    const checked = checkForm(form, body.value);
    if (!checked.success) throw errorsRefusal(checked.issues.map(bodyError), 'invalid-record');
    const cell = { studyId: study.id, waveId: wave.id, team: team.id, group: group.id, linkageKey: study.linkage_key };
    const { receipt, ...rows } = submissionRows(form, checked.value, cell, today(room));
    const digest = digestOf(c.req.param('secret'))!;
    const by = invitation.kind === 'token' ? { tokenDigest: digest } : { linkDigest: digest };
    return answer(c, await room.store.addSubmission({ ...rows, ...by }), receipt);
  };
}

/** The answer to a record whose key came before, by whatever invitation; undefined for a new one. */
async function earlierAnswer(room: RespondentRoom, c: Context, body: unknown): Promise<Response | undefined> {
  const parsed = v.safeParse(named, body);
  if (!parsed.success) return undefined;
  const { idempotencyKey, instrument, records } = parsed.output;
  const instruments = [
    ...records.map((record) => record.instrument),
    ...(instrument === undefined ? [] : [instrument]),
  ];
  if (instruments.length === 0) return undefined;
  const known = await room.store.db
    .selectFrom('response')
    .select(['wave_id', 'team_id', 'group_id', 'day', 'submission_digest', 'content_digest'])
    .where(
      'key_digest',
      'in',
      instruments.map((id) => responseKey(idempotencyKey, id)),
    )
    .limit(1)
    .executeTakeFirst();
  const of = known?.wave_id == null ? undefined : await waveAndStudy(room.store.db, known.wave_id);
  const group = of && frozenOf(of.wave.frozen).groups.find(({ id }) => id === known!.group_id);
  if (of === undefined || group === undefined) return undefined;
  const form = formOfGroup(group, of.study, room.catalogue);
  const checked = checkForm(form, body);
  if (!checked.success) return conflict(c);
  const cell = {
    studyId: of.study.id,
    waveId: of.wave.id,
    team: known!.team_id!,
    group: group.id,
    linkageKey: of.study.linkage_key,
  };
  const { receipt, responses } = submissionRows(form, checked.value, cell, known!.day);
  return answer(c, submissionDigest(known!) === submissionDigest(responses[0]) ? 'repeated' : 'conflict', receipt);
}

function answer(c: Context, result: AddSubmissionResult, receipt: string): Response {
  if (result === 'stored') return c.json({ stored: true, receipt }, 201);
  if (result === 'repeated') return c.json({ stored: true, repeated: true, receipt }, 200);
  if (result === 'conflict') return conflict(c);
  throw new Refusal(result === 'wave-closed' ? 'wave-closed' : 'link-not-valid');
}

function conflict(c: Context): Response {
  const message = 'came before with other content, which is kept';
  return problem(c, 'idempotency-conflict', {
    errors: [bodyError({ path: ['idempotencyKey'], code: 'idempotency-conflict', message })],
  });
}
