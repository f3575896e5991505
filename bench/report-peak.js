// Preloaded into a program (`node --import`): at its end the most memory that it had goes into the file of PEAK_FILE.
import { writeFileSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => {
  const file = process.env.PEAK_FILE;
  // maxRSS is in kilobytes on every system
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS * 1024));
});
