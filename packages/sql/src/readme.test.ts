import { readFileSync } from 'node:fs';
import { cronbachAlpha, mergeMoments } from '@peerscale/core';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import * as sql from './index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the example of the README runs, and its comments are what comes out', () => {
  const code = /```ts\n([\s\S]*?)```/.exec(readme)![1]!;
  const lines = code.split('\n').map((line) => {
    const shown = /^(.*); \/\/ ([\d.]+)/.exec(line);
    return shown === null ? line.replace(/^import .*$/, '') : `shown.push([${shown[1]}, ${shown[2]}]);`;
  });
  const shown: [number, number][] = [];
  const scope = { Database, cronbachAlpha, mergeMoments, ...sql, shown };
  new Function(...Object.keys(scope), lines.join('\n'))(...Object.values(scope));
  expect(shown.map(([value]) => Number(value.toFixed(4)))).toEqual(shown.map(([, comment]) => comment));
  expect(shown.length).toBe(2);
});

test('the README names every function, and no other', () => {
  const named = new Set(readme.match(/\b\w+(Sql|OfRows)\b/g));
  const exported = Object.keys(sql).filter((name) => /(Sql|OfRows)$/.test(name));
  expect([...named].sort()).toEqual(exported.sort());
});
