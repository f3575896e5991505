import {
  type CheckedDisclosureRules,
  disclosureRules,
  guardRelease,
  type Refusal,
  type ReleaseHistory,
  releaseHistory,
  seededRandom,
} from '../src/index.ts';
import { determinedFew } from './attack-table.ts';
import type { AttackProgram, FeasibleInterval } from './feasible-interval.ts';

/** Somebody with a dashboard: people, and groups asked for one after the other. */
export interface QuerySequence {
  readonly minimum: number;
  readonly maximum: number;
  readonly rules: CheckedDisclosureRules;
  /** everybody who has answered in the end; some come in while the queries are put */
  readonly scores: readonly number[];
  readonly queries: readonly { readonly records: readonly number[]; readonly present: number }[];
}

/** Queries by filters, by filters that leave somebody out, joined filters, and the same one again after another answer. */
export function randomQueries(seed: number): QuerySequence {
  const random = seededRandom(seed);
  const whole = (most: number) => Math.floor(random() * (most + 1));
  const people = 8 + whole(40);
  const [minimum, maximum] = [
    [1, 5],
    [0, 10],
    [-2, 2],
  ][whole(2)]! as [number, number];
  const extreme = random() < 0.1;
  const scores = Array.from({ length: people }, () =>
    extreme && random() < 0.9 ? maximum : minimum + (maximum - minimum) * Math.round(random() * 10) * 0.1,
  );
  const traits = Array.from({ length: people }, () => [whole(2), whole(2), whole(1)]);
  const filter = (): ((person: number) => boolean) => {
    const [trait, value, second, other] = [whole(2), whole(2), whole(2), whole(2)];
    const kind = random();
    if (kind < 0.3) return (person) => traits[person]![trait] === value;
    if (kind < 0.5) return (person) => traits[person]![trait] !== value;
    if (kind < 0.7) return (person) => traits[person]![trait] === value && traits[person]![second] === other;
    if (kind < 0.8) return (person) => traits[person]![trait] === value || traits[person]![second] === other;
    if (kind < 0.9) return () => true;
    return () => random() < 0.7;
  };
  let present = people - whole(Math.min(6, people - 5));
  const queries = Array.from({ length: 6 + whole(14) }, () => {
    if (random() < 0.3) present = Math.min(people, present + 1);
    const chosen = filter();
    const left = random() < 0.25 ? whole(people - 1) : -1;
    const records = Array.from({ length: present }, (_, person) => person).filter(
      (person) => person !== left && chosen(person),
    );
    return { records, present };
  });
  return { minimum, maximum, rules: disclosureRules({ minimumGroupSize: 3 + whole(3) }), scores, queries };
}

/** Groups that are released, by the guard or by their size alone, and those that were too small. */
export function released({ minimum, maximum, rules, scores, queries }: QuerySequence, guarded: boolean) {
  const [shown, small]: [number[][], number[][]] = [[], []];
  const refusals: Partial<Record<Refusal, number>> = {};
  let history: ReleaseHistory = releaseHistory([{ minimum, maximum }], rules);
  for (const { records, present } of queries) {
    if (records.length > 0 && records.length < rules.minimumGroupSize) small.push([...records]);
    if (!guarded) {
      if (records.length >= rules.minimumGroupSize) shown.push([...records]);
      continue;
    }
    // the state is stored between queries
    const stored = JSON.parse(JSON.stringify(history)) as ReleaseHistory;
    const decision = guardRelease(stored, [scores.slice(0, present)], { records });
    history = decision.history;
    if (decision.allowed) shown.push([...records]);
    else refusals[decision.refusal!] = (refusals[decision.refusal!] ?? 0) + 1;
  }
  return { shown, small, refusals };
}

/**
 * Works from everything shown, person by person, with another solver: how many of the groups that were too small when asked
 * for, and of the sets of fewer people than the minimum that no query tells apart, are told more closely than the width; and
 * whether a combination of the scores of fewer people is determined. `tightest` is the narrowest of them, as a share of the
 * protection width.
 */
export function attackQueries(
  { minimum, maximum, rules, scores }: QuerySequence,
  shown: readonly (readonly number[])[],
  small: readonly (readonly number[])[],
  solve: <T>(program: AttackProgram, work: (interval: FeasibleInterval) => T) => T,
): { readonly sets: number; readonly told: number; readonly determined: boolean; readonly tightest: number } {
  const rows = shown.map((group) => {
    const sum = group.reduce((total, person) => total + scores[person]!, 0);
    return { lower: sum, upper: sum, indices: group, values: group.map(() => 1) };
  });
  const bySignature = new Map<string, number[]>();
  scores.forEach((_, person) => {
    const signature = shown.map((group) => (group.includes(person) ? '1' : '0')).join('');
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), person]);
  });
  const sets = [...bySignature.values()];
  const few = sets.filter(({ length }) => length < rules.minimumGroupSize);
  const needed = rules.answerWidth * (maximum - minimum);
  const asked = [...small, ...few];
  const widths = solve({ variables: scores.map(() => [minimum, maximum] as const), rows }, (interval) =>
    asked.map((group) => {
      const { lower, upper } = interval(group);
      return upper - lower;
    }),
  );
  const equations = shown.map((group) => sets.map(([person]) => (group.includes(person!) ? 1 : 0)));
  const determined =
    determinedFew(
      equations,
      sets.map(({ length }) => length),
      rules.minimumGroupSize,
      1,
    ).length > 0;
  return {
    sets: asked.length,
    told: widths.filter((width) => width < needed - 1e-5).length,
    determined,
    tightest: Math.min(...widths) / needed,
  };
}
