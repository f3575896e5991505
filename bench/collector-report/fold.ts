/**
 * Folds what is due, reads and merges all tallies, and makes the releases: `fold.ts ADDRESS`. Sends the seconds of each, and
 * of the longest turn of the event loop meanwhile.
 */
import process from 'node:process';
import { foldDue, openStore } from '@peerscale/collector';
import { findInstrument, findTextPack } from '@peerscale/instruments';
import { mergeAllTallies } from '../../packages/collector/src/results/tally/cell-tally.ts';
import { cellsOfRows, readCellRows } from '../../packages/collector/src/results/tally/read-cells.ts';
import { foldInThread } from '../../packages/collector/src/results/thread/fold-in-thread.ts';
import { watchTurns } from './longest-turn.ts';

let start = performance.now();
const seconds = () => {
  const passed = (performance.now() - start) / 1000;
  start = performance.now();
  return passed;
};
const longestTurn = watchTurns();
const catalogue = { findInstrument, findTextPack };
const store = await openStore(process.argv[2]!);
const open = seconds();
const waves = await store.db.selectFrom('wave').selectAll().orderBy('number').execute();

longestTurn();
let folded = 0;
for (const wave of waves) folded += await foldInThread({ store, catalogue }, wave);
const fold = seconds();
const foldTurn = longestTurn();

let cells = 0;
let people = 0;
for (const wave of waves) {
  const own = [...cellsOfRows(await readCellRows(store.db, wave), JSON.parse(wave.frozen!), catalogue).values()].flat();
  cells += own.length;
  people += mergeAllTallies(own.map(({ tally }) => tally)).rows;
}
const merge = seconds();

// what was just done in one go is no turn of a server
await new Promise((resolve) => setTimeout(resolve, 20));
longestTurn();
start = performance.now();
await foldDue({ store, catalogue });
const release = seconds();
const releaseTurn = longestTurn();
await store.close();
const peak = process.resourceUsage().maxRSS / 1024;
process.send!({ open, folded, fold, foldTurn, cells, people, merge, release, releaseTurn, peak });
process.disconnect!();
