import { describe, expect, test } from 'vitest';
import { hiddenLines } from '../src/client/results/study/frame/saved/hidden-lines.ts';
import {
  type PictureSource,
  sourceColumns,
  sourceLine,
} from '../src/client/results/study/frame/saved/picture-source.ts';
import { tableCsv } from '../src/client/results/study/frame/saved/table-csv.ts';
import { wrappedLines } from '../src/client/results/study/frame/saved/text-width.ts';
import { hidden, whole } from '../src/client/results/study/frame/table-data.ts';
import { resultsWords } from '../src/client/words/results.ts';

const autumn = { name: 'Autumn', opensOn: '2026-09-07', closesOn: '2026-09-25' };
const spring = { name: 'Spring', opensOn: '2026-03-02', closesOn: '2026-03-20' };
const source: PictureSource = { study: '=Pulse', simulated: true, minimumGroupSize: 5, waves: [autumn] };

describe('what a saved picture is from', () => {
  test('study, wave with its days, and whom it is about, in one line', () => {
    // spaces between days are thin ones in some versions of Unicode's data
    const plain = (line: string) => line.replaceAll(/\s/g, ' ');
    expect(plain(sourceLine({ ...source, about: 'Staff' }, 'en'))).toBe(
      '=Pulse · Autumn (September 7 – 25, 2026) · Staff',
    );
    expect(plain(sourceLine({ ...source, waves: [spring, autumn] }, 'cs'))).toBe(
      '=Pulse · Spring (2.–20. 3. 2026), Autumn (7.–25. 9. 2026)',
    );
  });

  test('in a table every row says it, and that the answers are simulated', () => {
    const table = { caption: 'Rates', headings: ['Team', 'n'], rows: [['A', whole(5)]] };
    const csv = tableCsv(table, 'not shown', sourceColumns({ ...source, about: 'Staff' }, 'Rates', resultsWords.en));
    expect(csv).toBe(
      '\uFEFFTeam,n,Answers,Table,Study,Wave of the study,Days of the wave,About\r\n' +
        "A,5,simulated,Rates,'=Pulse,Autumn,2026-09-07/2026-09-25,Staff\r\n",
    );
    const real = sourceColumns({ ...source, simulated: false, waves: [spring, autumn] }, 'Rates', resultsWords.cs);
    expect(real.map(([, text]) => text)).toEqual([
      'od lidí',
      'Rates',
      '=Pulse',
      'Spring; Autumn',
      '2026-03-02/2026-03-20; 2026-09-07/2026-09-25',
    ]);
  });

  test('what is not shown is said once for each reason', () => {
    const rows = [
      ['A, B', hidden('Too few.'), null],
      ['C', whole(7), whole(9)],
      ['D', hidden('Too few.'), hidden('Too few.')],
      ['E', hidden('Protects.'), null],
    ];
    expect(hiddenLines({ caption: '', headings: [], rows })).toEqual(['A, B; D: Too few.', 'E: Protects.']);
  });
});

test('lines are as long as there is room, and a longer word has its own', () => {
  const length = (text: string) => text.length;
  expect(wrappedLines('one two three', 8, length)).toEqual(['one two', 'three']);
  expect(wrappedLines('a immeasurable b', 5, length)).toEqual(['a', 'immeasurable', 'b']);
  expect(wrappedLines('', 5, length)).toEqual(['']);
});
