import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { hierarchyIssues } from './hierarchy-issues.ts';
import { readTeamsCsv } from './read-teams-csv.ts';

const known = new Map([['house', { name: 'House' }]]);

function faultsOf(text: string): string[] {
  try {
    readTeamsCsv(text, known);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.options.errors ?? []).map(({ path, code }) => `${path}: ${code}`);
  }
}

test('names alone; with ids, parents by id or name, and settings; by whatever a spreadsheet writes', () => {
  expect(readTeamsCsv('name\nŽlutý tým\n"Ward 3, north"\n', known)).toEqual([
    { id: 'zluty-tym', name: 'Žlutý tým', parent: null, setting: null },
    { id: 'ward-3-north', name: 'Ward 3, north', parent: null, setting: null },
  ]);
  const expected = [
    { id: 'w', name: 'Wards', parent: 'house', setting: null },
    { id: 'red', name: 'Red', parent: 'w', setting: 'inpatient' },
    { id: 'blue', name: 'Blue', parent: 'w', setting: null },
  ];
  const lines = [
    ['Name', 'ID', 'parent', 'Setting'],
    ['Wards', 'w', 'House', ''],
    ['Red', 'red', 'Wards', 'inpatient'],
    ['Blue', 'blue', 'w', ''],
  ];
  for (const sign of [',', ';', '\t']) {
    for (const end of ['\n', '\r\n']) {
      for (const bom of ['', '\ufeff']) {
        expect(readTeamsCsv(bom + lines.map((line) => line.join(sign)).join(end), known)).toEqual(expected);
      }
    }
  }
});

test('headers in Czech, with or without marks, and lines of separators alone below the table', () => {
  const expected = [
    { id: 'p', name: 'Pavilon', parent: null, setting: null },
    { id: 'b', name: 'Bříza', parent: 'p', setting: 'lůžkové' },
  ];
  for (const header of [
    'Název;Kód;Nadřazený;Prostředí',
    'tým;kod;nadřazený tým;prostredi',
    'NAZEV;id;parent;Prostředí',
  ]) {
    expect(readTeamsCsv(`${header}\nPavilon;p;;\nBříza;b;Pavilon;lůžkové\n;;;\n;;;\n`, known)).toEqual(expected);
  }
  expect(faultsOf('název;tým\na;b')).toEqual(['line 1, name: duplicate-column']);
  expect(readTeamsCsv('tým\nOddělení Lípa\n', known)).toMatchObject([{ id: 'oddeleni-lipa' }]);
});

test.each([
  ['', ['line 1: empty']],
  ['name\n', ['line 1: empty']],
  ['team\nRed', ['line 1: unknown-column']],
  ['id\nred', ['line 1, name: missing-column']],
  ['name,name\na,b', ['line 1, name: duplicate-column']],
  [
    'name,parent\nRed,Wards\n\nBlue,\nGreen,Nowhere',
    ['line 2, parent: unknown-parent', 'line 5, parent: unknown-parent'],
  ],
  ['name\nRed\n"Two\nlines"\nBlue\nred', ['line 4, name: invalid-value', 'line 6, id: duplicate-id']],
  ['name,setting\n,inpatient\n,community', ['line 2, name: missing-name', 'line 3, name: missing-name']],
  [
    'id,name\na,Red\nb,\na,Blue\na,Green',
    ['line 3, name: missing-name', 'line 4, id: duplicate-id', 'line 5, id: duplicate-id'],
  ],
  ['name\nRed\n\uFFFDlut\uFFFD', ['line 3: malformed-text']],
  ['name\n紅隊', ['line 2, id: missing-id']],
  ['id,name\nRed Team,Red', ['line 2, id: invalid-value']],
  ['name,parent\nRed,\nBlue', ['line 3: malformed-csv']],
  ['name\n"Red', ['line 2: malformed-csv']],
  ['id,name,parent\na,Red,\nb,Red,\nc,Blue,Red', ['line 4, parent: unknown-parent']],
  [`name\n${'x'.repeat(201)}`, ['line 2, name: invalid-value']],
])('%j: faults by line and column', (text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test('whatever the text, it is teams or a refusal', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('name', 'parent', ',', ';', '\n', '"', 'red'), fc.string())),
      (pieces) => {
        const text = pieces.join('');
        expect(Array.isArray(faultsOf(text))).toBe(true);
        expect(Array.isArray(faultsOf(`name\n${text}`))).toBe(true);
      },
    ),
  );
});

const team = (id: string, parent: string | null) => ({ id, parent });

test('circles, parents that are not there and too many levels are found, each team once', () => {
  expect(hierarchyIssues([team('a', null), team('b', 'a'), team('c', 'b')])).toEqual([]);
  expect(hierarchyIssues([team('a', 'a')]).map(({ team: id, code }) => [id, code])).toEqual([['a', 'cycle']]);
  const circle = hierarchyIssues([team('d', 'a'), team('a', 'c'), team('b', 'a'), team('c', 'b')]);
  expect(circle.map(({ team: id, code }) => `${id} ${code}`).sort()).toEqual(['a cycle', 'b cycle', 'c cycle']);
  expect(hierarchyIssues([team('a', 'x'), team('b', 'a')])).toEqual([
    { team: 'a', code: 'unknown-parent', message: '"x" is no team of the study' },
  ]);
  const deep = Array.from({ length: 17 }, (_, n) => team(`t${n}`, n === 0 ? null : `t${n - 1}`));
  expect(hierarchyIssues(deep.reverse()).map(({ team: id, code }) => [id, code])).toEqual([['t16', 'too-deep']]);
});

test('a hierarchy without issues is one in which every way leads up to a top', () => {
  const teams = fc
    .array(fc.option(fc.nat(9), { nil: null }), { minLength: 1, maxLength: 10 })
    .map((parents) => parents.map((parent, n) => team(`t${n}`, parent === null ? null : `t${parent}`)));
  fc.assert(
    fc.property(teams, (all) => {
      const parents = new Map(all.map(({ id, parent }) => [id, parent]));
      const reachesTop = all.every(({ id }) => {
        let at: string | null | undefined = id;
        for (let steps = 0; steps <= 10 && typeof at === 'string'; steps++) at = parents.get(at);
        return at === null;
      });
      expect(hierarchyIssues(all).length === 0).toBe(reachesTop);
    }),
  );
});
