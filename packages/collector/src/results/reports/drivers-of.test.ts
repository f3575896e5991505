import { expect, test } from 'vitest';
import { drawsFor } from './drivers-of.ts';

const teamsOf = (people: number, teams: number) => Array.from({ length: people }, (_, i) => `t${i % teams}`);

test('samples are as many as there is time for', () => {
  expect(drawsFor(teamsOf(600, 30), 9)).toBe(1000);
  expect(drawsFor(teamsOf(600, 1), 9)).toBe(1000);
  expect(drawsFor(teamsOf(5000, 250), 9)).toBeGreaterThan(800);
  // standard errors by large teams, and intervals by many, take seconds
  expect(drawsFor(teamsOf(2000, 5), 9)).toBeLessThan(200);
  expect(drawsFor(teamsOf(5000, 1000), 9)).toBeLessThan(200);
});
