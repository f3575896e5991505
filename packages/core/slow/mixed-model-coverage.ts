/**
 * How often the intervals of mixed models hold the truth, and tests err, on simulated teams, as a Markdown table:
 * `node packages/core/slow/mixed-model-coverage.ts`. Kept in docs/methods/multilevel.md.
 */
import process from 'node:process';
import { type FixedEffect, mixedModel, seededRandom } from '../src/index.ts';

const ROUNDS = 2000;
const situations = [
  [6, 0.05],
  [6, 0.2],
  [12, 0.05],
  [12, 0.2],
  [40, 0.2],
] as const;
const [mean, betweenTeams, within] = [3, 0.3, 0.2];

process.stdout.write(
  '| teams | ICC of teams | effect between teams: Satterthwaite | Kenward-Roger | normal | effect within | team means |\n',
);
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- |\n');
for (const [teams, icc] of situations) {
  const held = [0, 0, 0, 0];
  let [means, all] = [0, 0];
  for (let round = 1; round <= ROUNDS; round++) {
    const random = seededRandom(round);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const [ids, setting, clarity, outcome]: number[][] = [[], [], [], []];
    const truth: number[] = [];
    for (let team = 0; team < teams; team++) {
      const own = Math.sqrt(icc) * normal();
      truth.push(own);
      for (let person = 3 + Math.floor(random() * 10); person > 0; person--) {
        ids!.push(team);
        setting!.push(team % 2);
        clarity!.push(normal());
        const fixed = mean + betweenTeams * (team % 2) + within * clarity!.at(-1)!;
        outcome!.push(fixed + own + Math.sqrt(1 - icc) * normal());
      }
    }
    const fixed = [
      { name: 'setting', values: setting! },
      { name: 'clarity', values: clarity! },
    ];
    const data = { outcome: outcome!, fixed, groups: [{ name: 'team', ids: ids! }] };
    const holds = ({ interval }: FixedEffect, value: number) => interval.lower <= value && value <= interval.upper;
    const model = mixedModel(data);
    const others = (['kenward-roger', 'infinite'] as const).map((degreesOfFreedom) =>
      mixedModel(data, { degreesOfFreedom }),
    );
    [model, ...others].forEach(({ fixed: effects }, i) => {
      if (holds(effects[1]!, betweenTeams)) held[i]!++;
    });
    if (holds(model.fixed[2]!, within)) held[3]!++;
    const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const centre = mean + betweenTeams * average(setting!) + within * average(clarity!);
    const { lower, upper } = model.predicted[0]!;
    truth.forEach((own, team) => {
      all++;
      if (lower[team]! <= centre + own && centre + own <= upper[team]!) means++;
    });
  }
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const cells = [String(teams), String(icc), ...held.map((count) => percent(count, ROUNDS)), percent(means, all)];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
