import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Organisations with accounts, studies with teams, groups and waves, invitations, and answers that bear a wave, a team
 * and a group. The studies and answers of before are kept: as open studies of one instrument.
 */
export const organisationsAndWaves: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
    const run = (text: string) => sql.raw(text).execute(db);
    for (const statement of kept) await run(statement);
    for (const table of tables(isSqlite)) await run(table);
    for (const statement of [...copied, ...indexes, ...(isSqlite ? sqliteTriggers : postgresTriggers)]) {
      await run(statement);
    }
  },
};

/** The rows of the tables that are made anew, put by. */
const kept = [
  'create table kept_study as select * from study',
  'create table kept_submission as select * from submission',
  'create table kept_response as select * from response',
  'drop table response',
  'drop table submission',
  'drop table study',
];

const copied = [
  `insert into study (id, title, state, instrument, version, locales, minimum_group_size, simulated, plan)
   select id, title, 'open', instrument, version, locales, minimum_group_size, simulated, plan from kept_study`,
  `insert into submission select * from kept_submission order by key_digest`,
  `insert into response (key_digest, study_id, instrument, version, locale, coding, answers, day, duration_seconds,
     content_digest, submission_digest)
   select key_digest, study_id, instrument, version, locale, coding, answers, day, duration_seconds, content_digest,
     submission_digest
   from kept_response order by key_digest`,
  'drop table kept_response',
  'drop table kept_submission',
  'drop table kept_study',
];

const oneOf = (column: string, values: readonly string[]) =>
  `check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`;

/**
 * `text` sorts by code point in both engines, and a number is whole. In SQLite a strict table refuses a value of another
 * type; without a row id its rows lie in the order of their random keys and not of their arrival.
 */
function tables(isSqlite: boolean): readonly string[] {
  const text = isSqlite ? 'text' : 'text collate "C"';
  const truth = (column: string) => `${column} integer not null default 0 check (${column} in (0, 1))`;
  const instant = isSqlite ? 'integer' : 'bigint';
  const table = (name: string, ...lines: string[]) =>
    `create table ${name} (\n  ${lines.join(',\n  ')}\n)${isSqlite ? ' strict, without rowid' : ''}`;
  const study = `study_id ${text} not null references study (id) on delete cascade`;
  const wave = `wave_id ${text} not null references wave (id) on delete cascade`;
  const account = `account_id ${text} not null references account (id) on delete cascade`;
  const someCell = [
    `wave_id ${text} references wave (id) on delete cascade`,
    `team_id ${text}`,
    `group_id ${text}`,
  ] as const;
  return [
    table('organisation', `id ${text} primary key not null`, `name ${text} not null`),
    table(
      'account',
      `id ${text} primary key not null`,
      `organisation_id ${text} not null references organisation (id) on delete cascade`,
      `email ${text} not null unique check (email = lower(email))`,
      `name ${text} not null`,
      `role ${text} not null ${oneOf('role', ['owner', 'analyst', 'lead', 'viewer'])}`,
      `team_id ${text}`,
      `password_hash ${text}`,
      `locale ${text} not null`,
      truth('disabled'),
      `created_at ${instant} not null`,
    ),
    table(
      'passkey',
      `id ${text} primary key not null`,
      account,
      `public_key ${text} not null`,
      `counter ${instant} not null`,
      `transports ${text} not null`,
      `name ${text} not null`,
      `created_at ${instant} not null`,
    ),
    table(
      'session',
      `digest ${text} primary key not null`,
      account,
      `csrf_digest ${text} not null`,
      `created_at ${instant} not null`,
      `seen_at ${instant} not null`,
      `expires_at ${instant} not null`,
    ),
    table('known_device', `digest ${text} primary key not null`, account, `expires_at ${instant} not null`),
    table(
      'one_time_link',
      `digest ${text} primary key not null`,
      `purpose ${text} not null ${oneOf('purpose', ['set-up', 'invite', 'reset'])}`,
      `account_id ${text} references account (id) on delete cascade`,
      `organisation_id ${text} references organisation (id) on delete cascade`,
      `expires_at ${instant} not null`,
    ),
    // no reference to an account: the entry stays when the account is gone
    table(
      'audit',
      `sequence ${instant} primary key not null`,
      `at ${instant} not null`,
      `organisation_id ${text}`,
      `account_id ${text}`,
      `action ${text} not null`,
      `subject ${text} not null`,
      `detail ${text} not null`,
      `previous_hash ${text} not null`,
      `hash ${text} not null unique`,
    ),
    table(
      'study',
      `id ${text} primary key not null`,
      `organisation_id ${text} references organisation (id) on delete cascade`,
      `title ${text} not null`,
      `state ${text} not null ${oneOf('state', ['draft', 'open', 'closed'])}`,
      `instrument ${text}`,
      `version ${text} check ((instrument is null) = (version is null))`,
      `locales ${text} not null`,
      'minimum_group_size integer not null default 5 check (minimum_group_size >= 3)',
      'minimum_text_size integer not null default 10 check (minimum_text_size >= 3)',
      `linkage ${text} not null default 'none' ${oneOf('linkage', ['none', 'code'])}`,
      `linkage_key ${text}`,
      truth('show_scores'),
      `help_contacts ${text}`,
      'retention_days integer check (retention_days > 0)',
      truth('simulated'),
      `plan ${text}`,
    ),
    table(
      'submission',
      `key_digest ${text} primary key not null`,
      study,
      `plan ${text} not null`,
      `version ${text} not null`,
      `locale ${text} not null`,
      `part_values ${text} not null`,
      `codes ${text} not null`,
      `day ${text} not null`,
      'duration_seconds integer not null check (duration_seconds >= 0)',
      `content_digest ${text} not null`,
    ),
    table(
      'team',
      `id ${text} not null`,
      study,
      `name ${text} not null`,
      `parent_id ${text}`,
      `setting ${text}`,
      'primary key (study_id, id)',
      // not initially deferred: a commit must not fail for one work of a group; restoring defers it
      'foreign key (study_id, parent_id) references team (study_id, id) deferrable initially immediate',
    ),
    table(
      'respondent_group',
      `id ${text} not null`,
      study,
      `name ${text} not null`,
      `plan ${text} not null`,
      'primary key (study_id, id)',
    ),
    table(
      'wave',
      `id ${text} primary key not null`,
      study,
      'number integer not null check (number >= 1)',
      `name ${text} not null`,
      `opens_on ${text} not null`,
      `closes_on ${text} not null check (closes_on >= opens_on)`,
      `reminders ${text} not null`,
      `state ${text} not null ${oneOf('state', ['planned', 'open', 'closed'])}`,
      `frozen ${text}`,
      'unique (study_id, number)',
    ),
    table(
      'wave_cell',
      wave,
      `team_id ${text} not null`,
      `group_id ${text} not null`,
      'expected integer check (expected >= 0)',
      'primary key (wave_id, team_id, group_id)',
    ),
    table(
      'link',
      `digest ${text} primary key not null`,
      wave,
      `team_id ${text}`,
      `group_id ${text}`,
      `kind ${text} not null ${oneOf('kind', ['open', 'group'])}`,
    ),
    table(
      'token',
      `digest ${text} primary key not null`,
      wave,
      `team_id ${text} not null`,
      `group_id ${text} not null`,
    ),
    table(
      'response',
      `key_digest ${text} primary key not null`,
      study,
      ...someCell,
      `part ${text}`,
      `instrument ${text} not null`,
      `version ${text} not null`,
      `locale ${text} not null`,
      `coding ${text}`,
      `answers ${text} not null`,
      `day ${text} not null`,
      'duration_seconds integer not null check (duration_seconds >= 0)',
      `content_digest ${text} not null`,
      `submission_digest ${text}`,
      `code ${text}`,
      `receipt_digest ${text}`,
      'reuse integer check (reuse in (0, 1))',
      truth('folded'),
    ),
    table(
      'other_answer',
      `key_digest ${text} primary key not null`,
      study,
      ...someCell,
      `part ${text} not null`,
      `kind ${text} not null ${oneOf('kind', ['choice', 'number', 'text'])}`,
      `value ${text} not null`,
    ),
    table(
      'cell_tally',
      study,
      `wave_id ${text} not null`,
      `team_id ${text} not null`,
      `group_id ${text} not null`,
      `instrument ${text} not null`,
      `version ${text} not null`,
      `scores ${text} not null`,
      `items ${text} not null`,
      'primary key (study_id, wave_id, team_id, group_id, instrument, version)',
    ),
    table(
      'action',
      `id ${text} primary key not null`,
      study,
      `team_id ${text} not null`,
      wave,
      `text ${text} not null`,
      `state ${text} not null`,
      `review_wave_id ${text} references wave (id) on delete set null`,
      `created_by ${text} references account (id) on delete set null`,
      `created_on ${text} not null`,
    ),
    table(
      'report_release',
      `id ${text} primary key not null`,
      study,
      `fingerprint ${text} not null`,
      `released ${text} not null`,
      `at ${instant} not null`,
    ),
  ];
}

const indexes = [
  'create index account_of_organisation on account (organisation_id)',
  'create index passkey_of_account on passkey (account_id)',
  'create index session_of_account on session (account_id)',
  'create index session_expires on session (expires_at)',
  'create index known_device_of_account on known_device (account_id)',
  'create index one_time_link_of_account on one_time_link (account_id)',
  'create index one_time_link_of_organisation on one_time_link (organisation_id)',
  'create index audit_of_organisation on audit (organisation_id, sequence)',
  'create index study_of_organisation on study (organisation_id)',
  'create index link_of_wave on link (wave_id)',
  'create index token_of_cell on token (wave_id, team_id, group_id)',
  'create index submission_of_study on submission (study_id)',
  'create index response_of_submission on response (submission_digest) where submission_digest is not null',
  'create index response_of_cell on response (study_id, wave_id, team_id, group_id, instrument)',
  'create index response_of_wave on response (wave_id)',
  // in the order in which they are folded: cell by cell
  `create index response_unfolded on response (study_id, wave_id, team_id, group_id, instrument, key_digest)
   where folded = 0`,
  'create index response_receipt on response (receipt_digest) where receipt_digest is not null',
  'create index other_answer_of_cell on other_answer (study_id, wave_id, team_id, group_id)',
  'create index other_answer_of_wave on other_answer (wave_id)',
  'create index action_of_study on action (study_id, team_id)',
  'create index action_of_wave on action (wave_id)',
  'create index action_reviewed on action (review_wave_id)',
  'create index action_of_account on action (created_by)',
  'create index report_release_of_study on report_release (study_id, at)',
];

/** The audit log can only grow. An `insert or replace` would delete without asking a trigger, so it is stopped before. */
const sqliteTriggers = [
  ['update', ''],
  ['delete', ''],
  ['insert', 'when exists (select 1 from audit where sequence = new.sequence or hash = new.hash)'],
].map(
  ([event, condition]) => `create trigger audit_no_${event} before ${event} on audit ${condition}
   begin select raise(abort, 'the audit log is append-only'); end`,
);

const postgresTriggers = [
  `create function audit_is_append_only() returns trigger language plpgsql as
   $$ begin raise exception 'the audit log is append-only'; end $$`,
  `create trigger audit_no_change before update or delete or truncate on audit
   for each statement execute function audit_is_append_only()`,
];
