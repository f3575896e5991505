import { bytesOf, oneLine } from './bytes-of.ts';
import { checkDataFile, type DataFile } from './data-file.ts';

/** A scale whose alpha the script works out again. */
export interface AlphaCheck {
  readonly scale: string;
  /** its items by the names they have in the file; `mirror` is lowest plus highest code where an item is reversed */
  readonly items: readonly { readonly name: string; readonly mirror: number | null }[];
  /** alpha of people who answered all items, from the report; null where it could not be estimated */
  readonly alpha: number | null;
  /** how many they were */
  readonly n: number;
}

export interface RScriptOptions {
  /** name of the CSV file */
  readonly csv: string;
  readonly scales: readonly AlphaCheck[];
}

/**
 * A script of base R that reads the CSV file, gives codes their labels, reverses what is reversed, works out Cronbach's alpha
 * of every scale from the people who answered all its items, and stops where it is not the report's to ten digits.
 *
 * @throws RangeError where the data file is none, or a scale names a variable that is not in it
 * @example
 * const column = (name, values) => ({ name, label: name, type: 'number', measure: 'ordinal', values });
 * const file = { label: 'Two items', rows: 3, variables: [column('a', [1, 2, 3]), column('b', [1, 2, 3])] };
 * const items = [{ name: 'a', mirror: null }, { name: 'b', mirror: null }];
 * rScript(file, { csv: 'two.csv', scales: [{ scale: 'both', items, alpha: 1, n: 3 }] }).includes('alpha_of') // true
 */
export function rScript(file: DataFile, { csv, scales }: RScriptOptions): string {
  checkDataFile(file);
  const names = new Set(file.variables.map(({ name }) => name));
  for (const { scale, items } of scales) {
    const unknown = items.find(({ name }) => !names.has(name));
    if (unknown !== undefined) throw new RangeError(`Unexpected item of ${scale}: ${unknown.name} is not in the file.`);
  }
  const coded = file.variables.filter(({ missing }) => missing !== undefined);
  const labelled = file.variables.filter(({ valueLabels = [] }) => valueLabels.length > 0);
  return `# ${oneLine(file.label)}
# Reads the answers, and works out again what the report says. Needs nothing but R.
answers <- read.csv(${text(csv)}, encoding = "UTF-8", na.strings = "", check.names = FALSE,
  colClasses = c(${file.variables.map(({ name, type }) => `${name} = "${type === 'number' ? 'numeric' : 'character'}"`).join(',\n    ')}))
stopifnot(nrow(answers) == ${file.rows})

# Codes that stand for a missing answer.
${coded.map(({ name, missing }) => `answers$${name}[answers$${name} >= ${missing!.low} & answers$${name} <= ${missing!.high}] <- NA`).join('\n')}

# What variables and codes mean.
${file.variables.map(({ name, label }) => `attr(answers$${name}, "label") <- ${text(label)}`).join('\n')}
${labelled
  .map(({ name, valueLabels = [] }) => {
    const entries = valueLabels.map(({ code, label }) => `${text(label)} = ${code}`);
    return `attr(answers$${name}, "labels") <- c(${entries.join(', ')})`;
  })
  .join('\n')}

# Cronbach's alpha of the people who answered every item (variances with n - 1).
alpha_of <- function(items, mirror) {
  keyed <- as.data.frame(mapply(function(item, ends) if (is.na(ends)) answers[[item]] else ends - answers[[item]],
    items, mirror, SIMPLIFY = FALSE))
  whole <- keyed[complete.cases(keyed), , drop = FALSE]
  k <- ncol(whole)
  list(n = nrow(whole), alpha = k / (k - 1) * (1 - sum(apply(whole, 2, var)) / var(rowSums(whole))))
}
check <- function(scale, found, alpha, n) {
  cat(sprintf("%s: alpha %.10f, n %d\\n", scale, found$alpha, found$n))
  stopifnot(found$n == n, is.na(alpha) || abs(found$alpha - alpha) < 1e-10)
}
${scales
  .map(({ scale, items, alpha, n }) => {
    const ends = items.map(({ mirror }) => (mirror === null ? 'NA' : String(mirror)));
    const found = `alpha_of(c(${items.map(({ name }) => text(name)).join(', ')}), c(${ends.join(', ')}))`;
    return `check(${text(scale)}, ${found}, ${alpha === null ? 'NA' : String(alpha)}, ${n})`;
  })
  .join('\n')}
`;
}

/** A string of R; whatever is not plain ASCII is written as an escape, so that the script reads the same in any locale. */
function text(value: string): string {
  let out = '';
  for (const character of oneLine(value)) {
    const code = character.codePointAt(0)!;
    if (character === '"' || character === '\\') out += `\\${character}`;
    else if (bytesOf(character).length === 1) out += character;
    else out += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return `"${out}"`;
}
