import { readFileSync } from 'node:fs';

/** A JSON fixture, named by its place relative to the file that asks: `loadFixture<Grid>('grid.json', import.meta.url)`. */
export function loadFixture<T>(path: string, from: string): T {
  return JSON.parse(readFileSync(new URL(path, from), 'utf8')) as T;
}
