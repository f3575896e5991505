/** What the common tables of the statements are called, before a number or suffix. */
const NAMES = ['answers', 'used', 'complete', 'pairs', 'centre', 'deviations'];

/**
 * What has to stand after the names of a statement's common tables, so that none of them is a name in the source: underscores,
 * mostly none.
 *
 * @param source the text after FROM
 */
export function tableSuffix(source: string): string {
  const text = source.toLowerCase();
  let suffix = '';
  while (NAMES.some((name) => new RegExp(`${name}\\d*${suffix}`).test(text))) suffix += '_';
  return suffix;
}
