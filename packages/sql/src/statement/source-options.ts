import type { SqlDialect } from '../text/sql-dialect.ts';
import type { SqlSource } from '../text/sql-source.ts';

/** What every statement has to be told. */
export interface SqlSourceOptions {
  readonly dialect: SqlDialect;
  /** where the rows are */
  readonly from: SqlSource;
}
