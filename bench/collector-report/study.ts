import { createHash, randomBytes } from 'node:crypto';
import { responseScaleOf, seededRandom } from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import SqliteDatabase from 'better-sqlite3';

/** 30 items, three scales of ten. */
export const instrument = findInstrument('proqol5', '1.0.0')!;
export const STUDY = 'report-bench';
export const ORGANISATION = 'bench';
export const ACCOUNT = 'bench-owner';
const GROUPS = ['staff', 'managers', 'peer-workers', 'service-users'];
/** so that the table has small cells, as those of an organisation do */
const SHARES = [0.62, 0.04, 0.1, 0.24];

export interface SeedOptions {
  readonly responses: number;
  readonly teams: number;
  readonly waves: number;
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
export const waveId = (wave: number) => `00000000-0000-4000-8000-${String(wave).padStart(12, '0')}`;

function cumulative(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}

const placeOf = (chosen: number, upTo: readonly number[]): number =>
  Math.max(
    0,
    upTo.findIndex((end) => chosen < end),
  );

/**
 * Writes the study and its answers straight into the tables of a file that a store has made, in the order of their keys:
 * that is not what is measured.
 */
export function seedStudy(path: string, { responses, teams, waves }: SeedOptions): void {
  const file = new SqliteDatabase(path);
  file.pragma('journal_mode = off');
  file.pragma('synchronous = off');
  file.pragma('cache_size = -200000');
  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    file
      .prepare(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map((column) => `@${column}`)
          .join(', ')})`,
      )
      .run(row);
  const random = seededRandom(7);
  file.exec('begin');
  insert('organisation', { id: ORGANISATION, name: 'Bench' });
  insert('account', {
    id: ACCOUNT,
    organisation_id: ORGANISATION,
    email: 'owner@bench.example',
    name: 'Owner',
    role: 'owner',
    locale: 'en',
    disabled: 0,
    created_at: 0,
  });
  insert('study', {
    id: STUDY,
    organisation_id: ORGANISATION,
    title: '{"en":"Bench"}',
    state: 'open',
    locales: '["en"]',
    simulated: 1,
  });
  const plan = {
    format: 'peerscale/form-plan@1',
    id: 'bench-plan',
    version: '1.0.0',
    parts: [{ kind: 'instrument', id: 'part', instrument: instrument.id, version: instrument.version }],
  };
  const teamIds = Array.from({ length: teams }, (_, t) => `team-${t + 1}`);
  const frozen = JSON.stringify({
    startedOn: '2026-01-01',
    teams: teamIds.map((id, t) => ({ id, name: `Team ${t + 1}`, parent: null, setting: `setting ${t % 8}` })),
    groups: GROUPS.map((id) => ({ id, name: id, plan })),
  });
  for (let w = 1; w <= waves; w++) {
    const [opens_on, closes_on] = [`2026-0${w}-01`, `2026-0${w}-20`];
    const row = {
      study_id: STUDY,
      number: w,
      name: `Wave ${w}`,
      opens_on,
      closes_on,
      reminders: '[]',
      state: 'closed',
    };
    insert('wave', { id: waveId(w), ...row, frozen });
    for (const team_id of teamIds) {
      for (const group_id of GROUPS) insert('wave_cell', { wave_id: waveId(w), team_id, group_id, expected: null });
    }
  }

  const weights = teamIds.map(() => 0.05 + random() ** 2);
  const total = weights.reduce((a, b) => a + b);
  const upTo = cumulative(weights.map((weight) => weight / total));
  const effects = teamIds.map(() => random() - 0.5);
  const groupsUpTo = cumulative(SHARES);
  const codes = instrument.items.map((item) => responseScaleOf(instrument, item.responseScale).codes);
  const keys = Array.from({ length: responses }, () => randomBytes(32).toString('hex')).sort();
  const add = file.prepare(`insert into response
    (key_digest, study_id, wave_id, team_id, group_id, part, instrument, version, locale, answers, day,
     duration_seconds, content_digest, submission_digest)
    values (?, '${STUDY}', ?, ?, ?, 'part', '${instrument.id}', '${instrument.version}', 'en', ?, '2026-01-02', ?, ?, ?)`);
  for (const [i, key] of keys.entries()) {
    const team = placeOf(random(), upTo);
    const group = placeOf(random(), groupsUpTo);
    const level = random() + 0.4 * effects[team]!;
    let answers = '{';
    instrument.items.forEach(({ id, polarity }, item) => {
      const own = codes[item]!;
      const towards = polarity === 'negative' ? level : 1 - level;
      const place = Math.round((0.55 * towards + 0.45 * random()) * (own.length - 1));
      answers += `${item === 0 ? '' : ','}"${id}":${own[Math.max(0, Math.min(own.length - 1, place))]}`;
    });
    add.run(
      key,
      waveId(1 + (i % waves)),
      teamIds[team]!,
      GROUPS[group]!,
      `${answers}}`,
      40 + Math.floor(random() * 300),
      sha(JSON.stringify([instrument.id, instrument.version, 'en', null, `${answers}}`])),
      key,
    );
  }
  file.exec('commit');
  file.pragma('journal_mode = wal');
  file.close();
}
