import { expect, test } from 'vitest';
import { momentsOfColumns } from '../moments/index.ts';
import { seededRandom } from '../random/index.ts';
import { regression } from './regression.ts';
import { robustRegression } from './robust-regression.ts';

const STUDIES = 400;
const TRUTH = 0.4;

/** Studies of ten teams of six; a predictor of the team, and errors of which a fifth is the team's, or of growing spread. */
function shareHeld(spread: 'independent' | 'in teams' | 'growing'): Record<'plain' | 'HC3' | 'CR2' | 'CR0', number> {
  const random = seededRandom(20261125);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const held = { plain: 0, HC3: 0, CR2: 0, CR0: 0 };
  for (let study = 0; study < STUDIES; study++) {
    const [x, outcome, clusters]: [number[], number[], string[]] = [[], [], []];
    for (let team = 0; team < 10; team++) {
      const [ofTeam, own] = [normal(), normal()];
      for (let person = 0; person < 6; person++) {
        const value = spread === 'in teams' ? ofTeam : normal();
        const left = spread === 'in teams' ? Math.sqrt(0.3) * own + Math.sqrt(0.7) * normal() : normal();
        x.push(value);
        outcome.push(TRUTH * value + (spread === 'growing' ? 0.2 + Math.abs(value) : 1) * left);
        clusters.push(`${team}`);
      }
    }
    const found = {
      plain: regression(momentsOfColumns([outcome, x]), 0, [1]).coefficients[0]!,
      HC3: robustRegression(outcome, [x]).coefficients[0]!,
      CR2: robustRegression(outcome, [x], { clusters }).coefficients[0]!,
      CR0: robustRegression(outcome, [x], { clusters, type: 'CR0' }).coefficients[0]!,
    };
    for (const [type, { interval }] of Object.entries(found)) {
      if (interval.lower <= TRUTH && TRUTH <= interval.upper) held[type as keyof typeof held] += 1 / STUDIES;
    }
  }
  return held;
}

// four standard errors of a share of 400 studies
const allowed = 4 * Math.sqrt((0.95 * 0.05) / STUDIES);
const expectHeld = (share: number) => expect(Math.abs(share - 0.95)).toBeLessThan(allowed);

test('intervals of coefficients hold the truth where their assumptions hold, and the others do not', () => {
  const independent = shareHeld('independent');
  expectHeld(independent.plain);
  expectHeld(independent.HC3);
  const growing = shareHeld('growing');
  expectHeld(growing.HC3);
  expect(growing.plain).toBeLessThan(0.9);
  const inTeams = shareHeld('in teams');
  expectHeld(inTeams.CR2);
  expect(inTeams.CR0).toBeLessThan(0.9);
  expect(inTeams.plain).toBeLessThan(0.8);
});
