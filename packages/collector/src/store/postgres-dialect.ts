import { PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely';

/** Kysely's dialect for PostgreSQL, but where a rollback fails, it is what went wrong before it that is told. */
export class OwnPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new OwnPostgresDriver(this.#config);
  }
}

class OwnPostgresDriver extends PostgresDriver {
  override async rollbackTransaction(connection: Parameters<PostgresDriver['rollbackTransaction']>[0]): Promise<void> {
    // the connection is broken, and thrown away; the server rolls back by itself
    await super.rollbackTransaction(connection).catch(() => {});
  }
}
