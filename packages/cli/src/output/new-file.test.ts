import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/run-peerscale.ts';
import { checkNewFile, openNewFile, writeNewFile } from './new-file.ts';

let clean = (): void => {};
function folderWith(files: Record<string, string> = {}): string {
  const { folder, remove } = temporaryFolder(files);
  clean = remove;
  return folder;
}
afterEach(() => clean());

test('a file is written whole, and nothing else is left behind', async () => {
  const folder = folderWith();
  await writeNewFile('scores.csv', ['a\n', 'b\n'], folder, false);
  expect(readFileSync(join(folder, 'scores.csv'), 'utf8')).toBe('a\nb\n');
  expect(readdirSync(folder)).toEqual(['scores.csv']);
});

test('a file that is there is left alone, unless forced', async () => {
  const folder = folderWith({ 'scores.csv': 'old', 'in.csv': 'x' });
  const message = 'scores.csv: is there already and was left alone; --force replaces it';
  await expect(checkNewFile('scores.csv', 'in.csv', folder, false)).rejects.toThrow(message);
  await expect(writeNewFile('scores.csv', ['new'], folder, false)).rejects.toThrow(message);
  expect(readFileSync(join(folder, 'scores.csv'), 'utf8')).toBe('old');
  await checkNewFile('scores.csv', 'in.csv', folder, true);
  await writeNewFile('scores.csv', ['new'], folder, true);
  expect(readFileSync(join(folder, 'scores.csv'), 'utf8')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual(['in.csv', 'scores.csv']);
});

test('a run that breaks off leaves neither a half file nor a temporary one', async () => {
  const folder = folderWith();
  function* pieces() {
    yield 'half';
    throw new Error('broken off');
  }
  await expect(writeNewFile('scores.csv', pieces(), folder, false)).rejects.toThrow('broken off');
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder, the input itself, and a place that is not there are refused', async () => {
  const folder = folderWith({ 'in.csv': 'x' });
  mkdirSync(join(folder, 'sub'));
  await expect(checkNewFile('sub', 'in.csv', folder, true)).rejects.toThrow('sub: is a folder, not a file');
  await expect(checkNewFile('./in.csv', 'in.csv', folder, true)).rejects.toThrow(
    'is the file the answers are read from',
  );
  await expect(checkNewFile('-', 'in.csv', folder, true)).rejects.toThrow('--out: name a file');
  await expect(writeNewFile('no/scores.csv', ['x'], folder, false)).rejects.toThrow('there is no such folder');
  await checkNewFile('new.csv', 'in.csv', folder, false);
});

test('what is discarded, or stopped from outside, leaves nothing behind', async () => {
  const folder = folderWith();
  const discarded = await openNewFile('scores.csv', folder, false);
  await discarded.write('half');
  expect(readdirSync(folder)).toHaveLength(1);
  await discarded.discard();
  expect(readdirSync(folder)).toEqual([]);

  const cleanUps = new Set<() => void>();
  const onInterrupt = (cleanUp: () => void) => {
    cleanUps.add(cleanUp);
    return () => cleanUps.delete(cleanUp);
  };
  const stopped = await openNewFile('scores.csv', folder, false, onInterrupt);
  await stopped.write('half');
  for (const cleanUp of cleanUps) cleanUp();
  expect(readdirSync(folder)).toEqual([]);
  await stopped.discard();

  const finished = await openNewFile('scores.csv', folder, false, onInterrupt);
  await finished.write('whole');
  await finished.settle();
  await finished.discard();
  expect(readdirSync(folder)).toEqual(['scores.csv']);
  expect(cleanUps.size).toBe(0);
});
