import type { Instrument, TextPack } from '@peerscale/core';
import { buildFormRecord, type FormPlan, newSitting } from '@peerscale/form';
import type { Staff } from '../../test/helpers/staff.ts';

const plan: FormPlan = {
  format: 'peerscale/form-plan@1',
  id: 'ward-round',
  version: '1.0.0',
  parts: [{ kind: 'instrument', id: 'burnout', instrument: 'work-burnout', version: '1.0.0' }],
};

/** Opens a study of one team with a wave that begins today. @returns an invitation that works once */
export async function inviteOne(staff: Staff): Promise<string> {
  const { study } = await staff.ask<{ study: { id: string } }>(
    'POST',
    '/studies',
    {
      title: { en: 'How are we doing?' },
      locales: ['en'],
      retentionDays: 365,
      helpContacts: { text: { en: 'Call 116 123 at any time.' } },
    },
    201,
  );
  const of = `/studies/${study.id}`;
  await ask(staff, 'POST', `${of}/teams`, { teams: [{ id: 'red', name: 'Red ward' }] });
  await ask(staff, 'PUT', `${of}/groups/staff`, { name: 'Staff', plan });
  await ask(staff, 'POST', `${of}/open`, {});
  const opensOn = new Date().toISOString().slice(0, 10);
  const closesOn = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const made = await ask<{ wave: { id: string } }>(staff, 'POST', `${of}/waves`, { name: 'Autumn', opensOn, closesOn });
  const wave = `${of}/waves/${made.wave.id}`;
  await ask(staff, 'POST', `${wave}/start`, {});
  const { tokens } = await ask<{ tokens: readonly [{ url: string }] }>(staff, 'POST', `${wave}/tokens`, {
    cells: [{ team: 'red', group: 'staff', count: 1 }],
  });
  return tokens[0].url;
}

async function ask<T>(staff: Staff, method: string, path: string, body: unknown): Promise<T> {
  const response = await staff.send(method, path, body);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** What a phone asks and sends; the middle code of every item. @returns the status of the last answer it gets */
export async function answer(invitation: string): Promise<number> {
  const { origin, hash } = new URL(invitation);
  const address = `${origin}/api/invitations/${hash.slice(1)}`;
  const asked = await fetch(`${address}/form`);
  if (!asked.ok) return asked.status;
  const { instruments, textPacks } = (await asked.json()) as {
    readonly instruments: readonly [Instrument];
    readonly textPacks: readonly [TextPack];
  };
  const [instrument] = instruments;
  const content = { plan, instruments: { burnout: { instrument, textPack: textPacks[0] } }, locale: 'en' };
  const codes = Object.fromEntries(instrument.items.map(({ id }) => [id, 3]));
  const record = buildFormRecord(content, { burnout: codes }, newSitting(), new Date().toISOString());
  const stored = await fetch(`${address}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(record),
  });
  return stored.status;
}
