/** Of sockets, by Node. */
const OF_SOCKETS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
/**
 * Of PostgreSQL: a connection that broke (class 08), a server that ends, has crashed or is starting (57P01 to 57P03), too
 * many connections (53300).
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const OF_POSTGRES = /^(?:08...|57P0[123]|53300)$/;
/** What pg says, without a code, where the server ends a connection in the middle. */
const WITHOUT_CODE = /^(?:Connection terminated|Client has encountered a connection error)/;

/** Whether an error says that the database cannot be asked now, which passes: not that a question was wrong. */
export function isUnreachable(error: unknown): boolean {
  // of a host with several addresses, all failed
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isUnreachable);
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return OF_SOCKETS.has(code) || OF_POSTGRES.test(code);
  return WITHOUT_CODE.test(error.message);
}
