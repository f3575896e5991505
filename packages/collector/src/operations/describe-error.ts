/**
 * An error for the log: its kind, its code, the place in the program, and the same of what caused it; never its message,
 * which could quote what a person sent.
 */
export function describeError(error: Error): string {
  const place = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  const causes: string[] = [];
  for (let { cause } = error; cause instanceof Error && causes.length < 3; { cause } = cause)
    causes.push(kindOf(cause));
  return [
    kindOf(error),
    ...(place === undefined ? [] : [place.trim()]),
    ...causes.map((one) => `because of ${one}`),
  ].join(' ');
}

function kindOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
