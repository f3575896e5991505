/**
 * An error for the log: its kind, its code and the place in the program, never its message, which could quote what a
 * person sent.
 */
export function describeError(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return `${error.name}${code}${place === undefined ? '' : ` ${place.trim()}`}`;
}
