import { expect, test } from 'vitest';
import { clockWatch } from './clock-watch.ts';

const MINUTE = 60_000;

test('a clock is new, then steady, and after a jump in either direction it has to prove itself for an hour', () => {
  for (const jump of [61 * MINUTE, -61 * MINUTE, 1e12]) {
    let passed = 5 * MINUTE;
    let at = Date.UTC(2026, 10, 20);
    const stateAfter = (minutes: number, set = 0) => {
      passed += minutes * MINUTE;
      at += minutes * MINUTE + set;
      return state(at);
    };
    const state = clockWatch(() => passed);
    expect([stateAfter(0), stateAfter(9), stateAfter(1), stateAfter(1000)]).toEqual(['new', 'new', 'steady', 'steady']);
    expect(stateAfter(1, jump)).toBe('jumped');
    expect([stateAfter(59), stateAfter(1)]).toEqual(['jumped', 'steady']);
  }
});

test('a clock that the network sets right by minutes is believed, and so is one after a long pause', () => {
  let passed = 0;
  const state = clockWatch(() => passed);
  state(0);
  passed = 20 * MINUTE;
  expect(state(passed + 59 * MINUTE)).toBe('steady');
  passed = 30 * 24 * 60 * MINUTE;
  expect(state(passed + 61 * MINUTE)).toBe('steady');
});
