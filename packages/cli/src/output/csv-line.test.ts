import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

test('cells are quoted where they must be', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', 1.5, true, null])).toBe('a,"b,c","d""e","f\ng",1.5,true,\n');
});

test('text that a spreadsheet would run is defused, a negative number stays a number', () => {
  expect(csvLine(['=1+1', '+a', '-a', '@a', '\t=1', -1.5])).toBe(`'=1+1,'+a,'-a,'@a,"'\t=1",-1.5\n`);
});
