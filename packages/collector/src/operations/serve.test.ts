import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { teaCatalogue } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { openLog } from './log.ts';
import { readServerSettings } from './read-settings.ts';
import { serveCollector } from './serve.ts';

/** A wave of one team that is open, and reminds people today. */
async function remindingToday(file: string): Promise<void> {
  const store = await openStore(file);
  const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
  const team = { id: 'red', name: 'Red team', setting: null, parent: null };
  await store.write(async (trx) => {
    await trx.insertInto('organisation').values({ id: 'ward', name: 'Ward 3' }).execute();
    const account = {
      id: 'a',
      organisation_id: 'ward',
      email: 'ada@ward3.example',
      name: 'Ada',
      role: 'owner',
    } as const;
    await trx
      .insertInto('account')
      .values({ ...account, team_id: null, password_hash: 'some', locale: 'en', disabled: 0, created_at: 0 })
      .execute();
    const study = {
      id: 'tea',
      organisation_id: 'ward',
      title: '{"en":"Tea"}',
      state: 'open',
      locales: '["en"]',
    } as const;
    const rules = {
      minimum_group_size: 5,
      minimum_text_size: 10,
      linkage: 'none',
      show_scores: 0,
      simulated: 0,
    } as const;
    await trx
      .insertInto('study')
      .values({ ...study, ...rules })
      .execute();
    await trx
      .insertInto('wave')
      .values({
        id: 'w',
        study_id: 'tea',
        number: 1,
        name: 'Autumn',
        opens_on: day(-2),
        closes_on: day(9),
        // of a test that runs at midnight too
        reminders: JSON.stringify([day(0), day(1)]),
        state: 'open',
        frozen: JSON.stringify({
          startedOn: day(-2),
          teams: [team],
          groups: [{ id: 'staff', name: 'Staff', plan: { parts: [] } }],
        }),
      })
      .execute();
    await trx
      .insertInto('wave_cell')
      .values({ wave_id: 'w', team_id: 'red', group_id: 'staff', expected: 9 })
      .execute();
  });
  await store.close();
}

test('staff are reminded by the mail of the settings, when the server has run for ten minutes', async () => {
  const file = temporaryFile();
  const folder = join(dirname(file), 'letters');
  await remindingToday(file);
  const environment = { PORT: '0', DATABASE_URL: file, PEERSCALE_MAIL_FOLDER: folder };
  const settings = readServerSettings({ ...environment, PUBLIC_ORIGIN: 'https://survey.ward3.example' }, '/');
  if (!settings.success) throw new Error(settings.problems.join());
  const lines: string[] = [];
  const log = openLog({ format: 'json', out: (line) => lines.push(line) });
  const server = await serveCollector(settings.value, teaCatalogue, log);
  onTestFinished(() => server.stop());
  // before the first round
  const { now } = performance;
  const later = vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 600_000);
  onTestFinished(() => later.mockRestore());
  const [name = ''] = await vi.waitUntil(
    () => {
      try {
        const names = readdirSync(folder);
        return names.length > 0 && names;
      } catch {
        return false;
      }
    },
    { timeout: 20_000, interval: 50 },
  );
  // without the line breaks of quoted-printable
  const letter = () => readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', '');
  await vi.waitUntil(() => letter().includes('https://survey.ward3.example/studies/tea\r\n'));
  expect(letter()).toMatch(/^To: ada@ward3\.example\r$/m);
  expect(lines.join('')).not.toContain('ada@');
}, 30_000);
