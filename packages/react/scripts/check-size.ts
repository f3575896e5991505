/**
 * Guards what the form adds to a page that has React and SurveyJS until it can be answered, gzip: its scripts and its
 * styles. What is loaded later or on demand is printed beside it. Run after the build.
 */
import { firstLoad } from './first-load.ts';

const LIMIT = 15_000;
const { scripts, styles, total, later } = await firstLoad();
const list = (files: ReadonlyMap<string, number>) => [...files].map(([file, bytes]) => `${file} ${bytes}`).join(', ');
console.log(`@peerscale/react: ${total} bytes gzip of ${LIMIT}, without React and SurveyJS`);
console.log(`${list(scripts)}, styles ${styles}`);
console.log(`later or on demand: ${list(later)}`);
if (total > LIMIT) {
  console.error(`The React form brings ${total} bytes of its own, ${total - LIMIT} too many.`);
  process.exit(1);
}
