import { randomUUID } from 'node:crypto';
import type { Battery, Instrument, TextPack } from '@peerscale/core';
import {
  buildFormRecord,
  defaultSelfGeneratedCode,
  type FormAnswers,
  type FormContent,
  type FormPlan,
  hashSelfGeneratedCode,
} from '@peerscale/form';
import { type Browser, type TestServer, testServer } from '../../access/test/test-server.ts';
import type { Letter } from '../../invitations/mail-transport.ts';
import { teaCatalogue } from '../../test/tea-study.ts';

const both = (en: string, cs: string) => ({ en, cs });

/** A part of every kind. */
export const wardPlan = {
  format: 'peerscale/form-plan@1',
  id: 'ward-plan',
  version: '1.0.0',
  parts: [
    {
      kind: 'consent',
      id: 'consent',
      title: both('Taking part', 'Účast'),
      text: both('It is up to you.', 'Je na vás.'),
      mustAgree: true,
    },
    { kind: 'instrument', id: 'tea', instrument: 'tea', version: '1.2.0' },
    { kind: 'text', id: 'about-you', text: both('Now about you.', 'Nyní o vás.') },
    {
      kind: 'choice',
      id: 'shift',
      question: both('Which shift?', 'Jaká směna?'),
      options: [
        { value: 'day', text: both('Day', 'Denní') },
        { value: 'night', text: both('Night', 'Noční') },
      ],
    },
    {
      kind: 'number',
      id: 'years',
      question: both('How many years?', 'Kolik let?'),
      minimum: 0,
      maximum: 60,
      whole: true,
    },
    {
      kind: 'consent',
      id: 'quote',
      title: both('Quoting', 'Citace'),
      text: both('You may quote me.', 'Lze mě citovat.'),
      mustAgree: false,
    },
    { kind: 'long-text', id: 'remarks', question: both('Anything else?', 'Ještě něco?'), maximumLength: 200 },
  ],
} as const satisfies FormPlan;

export const wardBattery: Battery = {
  format: 'peerscale/battery@1',
  id: 'tea-battery',
  version: '1.0.0',
  name: { en: 'Tea' },
  purpose: { en: 'For tests.' },
  minutes: 1,
  groups: [{ respondents: 'manager', parts: [{ instrument: 'tea', version: '1.2.0', scales: ['liking'] }] }],
};

export const wardCatalogue = {
  ...teaCatalogue,
  findBattery: (id: string) => (id === wardBattery.id ? wardBattery : undefined),
};

export interface Ward {
  readonly server: TestServer;
  readonly owner: Browser;
  readonly organisation: string;
  readonly study: string;
  /** letters that were sent */
  readonly letters: Letter[];
  /** Sends as the owner, and gives the JSON of an answer that must be of that status. */
  ask<T>(method: string, path: string, body?: unknown, status?: number): Promise<T>;
  /** Plans and starts a wave; gives its id. */
  startWave(): Promise<string>;
  /** Single-use secrets. */
  tokens(wave: string, count: number, team?: string, group?: string): Promise<string[]>;
}

export interface WardOptions {
  readonly linkage?: 'none' | 'code';
  readonly mail?: (letter: Letter) => Promise<void>;
}

/** An organisation with an open study of two groups (staff by a plan of every kind, managers by a battery) in three teams. */
export async function wardStudy(address: string, { linkage = 'code', mail }: WardOptions = {}): Promise<Ward> {
  const letters: Letter[] = [];
  const server = await testServer(address, {
    catalogue: wardCatalogue,
    mail: { send: mail ?? (async (letter) => void letters.push(letter)), close: async () => {} },
  });
  const organisation = await server.addOrganisation('Ward 3');
  const { email } = await server.addAccount(organisation, 'owner');
  const owner = server.browser();
  await owner.signIn(email);
  await owner.send('GET', '/session');
  const ask = async <T>(method: string, path: string, body?: unknown, status = 200): Promise<T> => {
    // the account's own limit is no matter of these tests
    server.pass(1000);
    const response = await owner.send(method, path, body);
    const text = await response.text();
    if (response.status !== status) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const { study } = await ask<{ study: { id: string } }>(
    'POST',
    '/studies',
    { title: both('Tea on the ward', 'Čaj na oddělení'), locales: ['en', 'cs'], linkage, retentionDays: 365 },
    201,
  );
  const teams = [
    { id: 'house', name: 'House', setting: null, parent: null },
    { id: 'red', name: 'Red team', setting: 'inpatient', parent: 'house' },
    { id: 'blue', name: 'Blue team', setting: 'community', parent: 'house' },
  ];
  await ask('POST', `/studies/${study.id}/teams`, { teams });
  await ask('PUT', `/studies/${study.id}/groups/staff`, { name: 'Staff', plan: wardPlan });
  const battery = { id: 'tea-battery', respondents: 'manager' };
  await ask('PUT', `/studies/${study.id}/groups/managers`, { name: 'Managers', battery });
  await ask('POST', `/studies/${study.id}/open`, {});
  return {
    server,
    owner,
    organisation,
    study: study.id,
    letters,
    ask,
    async startWave() {
      const dates = { opensOn: '2026-11-20', closesOn: '2026-12-04', reminders: ['2026-11-27'] };
      const waves = `/studies/${study.id}/waves`;
      const { wave } = await ask<{ wave: { id: string } }>('POST', waves, { name: 'Autumn', ...dates }, 201);
      await ask('POST', `${waves}/${wave.id}/start`, {});
      return wave.id;
    },
    async tokens(wave, count, team = 'red', group = 'staff') {
      const path = `/studies/${study.id}/waves/${wave}/tokens`;
      const { tokens } = await ask<{ tokens: { url: string }[] }>(
        'POST',
        path,
        { cells: [{ team, group, count }] },
        201,
      );
      return tokens.map(({ url }) => url.split('#')[1]!);
    },
  };
}

export interface Bundle {
  readonly plan: FormPlan;
  readonly instruments: readonly Instrument[];
  readonly textPacks: readonly TextPack[];
}

export const staffAnswers = {
  tea: { 'tea-calms': 4, 'tea-spoils': 2, 'cups-daily': 1 },
  shift: 'night',
  years: 7,
  quote: true,
  remarks: 'Thank you for asking.',
} as const satisfies FormAnswers;

/** The record that the form makes of a bundle, as both doors do: with a code where the plan asks for one. */
export async function recordOf(
  bundle: Bundle,
  answers: FormAnswers = staffAnswers,
  { key = randomUUID() as string, locale = 'en', person = 'a' } = {},
) {
  const content: FormContent = {
    plan: bundle.plan,
    locale,
    instruments: Object.fromEntries(
      bundle.plan.parts.flatMap((part) => {
        if (part.kind !== 'instrument') return [];
        const instrument = bundle.instruments.find(({ id }) => id === part.instrument)!;
        const textPack = bundle.textPacks.find(
          (pack) => pack.instrument === part.instrument && pack.locale === locale,
        )!;
        return [[part.id, { instrument, textPack }]];
      }),
    ),
  };
  const code = bundle.plan.parts.find((part) => part.kind === 'code');
  const entries = Object.fromEntries(
    defaultSelfGeneratedCode.elements.map(({ id, kind }) => [id, /letter/.test(kind) ? `${person}x` : '17']),
  );
  const hashes = code && (await hashSelfGeneratedCode(defaultSelfGeneratedCode, entries, code.key));
  const sitting = { startedAt: '2026-11-20T08:00:00.000Z', idempotencyKey: key };
  const given = { ...answers, ...(code === undefined ? {} : { [code.id]: hashes! }) };
  return buildFormRecord(content, given, sitting, '2026-11-20T08:03:20.000Z') as unknown as Record<string, unknown> & {
    records: Record<string, unknown>[];
    values: Record<string, unknown>;
    codes: Record<string, Record<string, unknown>>;
  };
}
