import { CompiledQuery, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely';

export interface OwnPostgresDialectConfig extends PostgresDialectConfig {
  /** what every transaction begins with, sent together with `begin`; nothing by default */
  readonly first?: string;
}

/** Kysely's dialect for PostgreSQL, but where a rollback fails, it is what went wrong before it that is told. */
export class OwnPostgresDialect extends PostgresDialect {
  readonly #config: OwnPostgresDialectConfig;

  constructor(config: OwnPostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new OwnPostgresDriver(this.#config);
  }
}

const ROLLBACK = CompiledQuery.raw('rollback');

class OwnPostgresDriver extends PostgresDriver {
  readonly #begin: CompiledQuery | undefined;

  constructor({ first, ...config }: OwnPostgresDialectConfig) {
    super(config);
    this.#begin = first === undefined ? undefined : CompiledQuery.raw(`begin; ${first}`);
  }

  override async beginTransaction(...[connection, settings]: Parameters<PostgresDriver['beginTransaction']>) {
    if (this.#begin === undefined) return super.beginTransaction(connection, settings);
    try {
      await connection.executeQuery(this.#begin);
    } catch (error) {
      // begun, and failed in what comes with it: left so, the connection would refuse whoever has it next
      await connection.executeQuery(ROLLBACK).catch(() => {});
      throw error;
    }
  }

  override async rollbackTransaction(connection: Parameters<PostgresDriver['rollbackTransaction']>[0]): Promise<void> {
    // the connection is broken, and thrown away; the server rolls back by itself
    await super.rollbackTransaction(connection).catch(() => {});
  }
}
