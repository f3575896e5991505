import { describe, expect, test } from 'vitest';
import { pageFiles } from '../scripts/page-scripts.ts';
import { formats } from '../src/client/results/formats.ts';
import { evenTicks } from '../src/client/results/plots/even-ticks.ts';
import { twoLines } from '../src/client/results/plots/room-for-labels.ts';
import { choiceOfAddress, searchWith } from '../src/client/results/study/choice-of-address.ts';
import { lettersOf } from '../src/client/results/study/frame/letters-of.ts';
import { fileName } from '../src/client/results/study/frame/saved/file-name.ts';
import { tableCsv } from '../src/client/results/study/frame/saved/table-csv.ts';
import { figure, hidden, whole } from '../src/client/results/study/frame/table-data.ts';
import { heatMapOf } from '../src/client/results/study/heat-map/heat-map-of.ts';
import { heatStep } from '../src/client/results/study/heat-map/heat-step.ts';
import { hiddenNotes } from '../src/client/results/study/heat-map/hidden-notes.ts';
import { hiddenSentence } from '../src/client/results/study/hidden-sentence.ts';
import { outcomesOf } from '../src/client/results/study/more/outcomes-of.ts';
import { someHurried } from '../src/client/results/study/more/some-hurried.ts';
import { namesForReader } from '../src/client/results/study/names-for-reader.ts';
import { responseRate } from '../src/client/results/study/participation/response-rate.ts';
import { changeSentences, directionOf } from '../src/client/results/study/scale/change-sentences.ts';
import { hasEarlierWave } from '../src/client/results/study/scale/has-earlier-wave.ts';
import { domainOf } from '../src/client/results/study/scale/named-figures.ts';
import { scalesOf } from '../src/client/results/study/scale/scale-key.ts';
import { scaleLabels } from '../src/client/results/study/scale/scale-labels.ts';
import { resultsWords } from '../src/client/words/results.ts';
import { leadResults, studyResults } from './fixtures/study-results/study-results.ts';

const words = resultsWords.en;
const five = { minimum: 1, maximum: 5 };

describe('what is chosen stands in the address', () => {
  test('a choice is read, and what is no wave is none', () => {
    expect(choiceOfAddress('?wave=2&team=a&scale=x/y')).toEqual({
      wave: 2,
      team: 'a',
      group: null,
      setting: null,
      scale: 'x/y',
    });
    for (const wave of ['0', '-1', '1.5', 'x', '', '1e99']) expect(choiceOfAddress(`?wave=${wave}`).wave).toBe(null);
  });

  test('another choice leaves the rest of the query alone, and taking back leaves nothing behind', () => {
    expect(searchWith('?lang=cs&group=staff', { wave: 2 })).toBe('?lang=cs&group=staff&wave=2');
    expect(searchWith('?group=staff', { group: null })).toBe('');
  });

  test('a team and a setting take each other back', () => {
    expect(searchWith('?team=a', { setting: 'ward' })).toBe('?setting=ward');
    expect(searchWith('?setting=ward', { team: 'a' })).toBe('?team=a');
    expect(searchWith('?setting=ward&group=staff', { team: null })).toBe('?setting=ward&group=staff');
  });
});

describe('colours of the heat map', () => {
  test.each([
    [0.4, 'high', 'better-3'],
    [0.4, 'low', 'worse-3'],
    [-0.2, 'low', 'better-2'],
    [2.7 - 2.6, 'high', 'better-1'],
    [-0.1, 'high', 'worse-1'],
    [0.09, 'high', 'same'],
    [0, 'low', 'same'],
    [3, null, 'neutral'],
  ] as const)('a difference of %f where %s is good is %s', (difference, favourable, step) => {
    expect(heatStep(difference, favourable, five)).toBe(step);
  });

  test('cuts are parts of the range, so a scale from 0 to 100 has the same colours', () => {
    expect(heatStep(10, 'high', { minimum: 0, maximum: 100 })).toBe('better-3');
  });

  test('a table of teams by scales: sorted by setting and name, drawn towards all, compared with everybody', () => {
    const results = studyResults();
    const { columns, rows, without } = heatMapOf(results, 'en');
    expect(rows.map(({ setting }) => setting)).toEqual([...Array(7).fill('community'), ...Array(5).fill('inpatient')]);
    expect(without).toEqual(['Role clarity']);
    expect(columns.map(({ key }) => key)).not.toContain('peer-role/role-clarity');
    const team = results.instruments[0]!.scales[0]!.teams.find(({ id }) => id === 'ward-birch')!;
    const cell = rows.find(({ id }) => id === 'ward-birch')!.cells[0]!;
    expect(cell).toMatchObject({ status: 'shown', value: team.shrunken });
    const { figure: all } = results.instruments[0]!.scales[0]!;
    expect(columns[0]!.whole).toBe(all.status === 'shown' && all.value.mean);
  });

  test('names of groups that the set-up suggested are in the reader’s language, own ones as they are', () => {
    const results = studyResults();
    const renamed = {
      ...results,
      groups: results.groups.map((one, place) => (place === 0 ? { ...one, name: 'Nurses' } : one)),
    };
    const { groups, participation, instruments } = namesForReader(renamed, 'cs');
    expect(groups.map(({ name }) => name)).toEqual(['Nurses', 'Ostatní v týmu', 'Vedení', 'Lidé využívající služby']);
    expect(participation!.groups.map(({ name }) => name)).toContain('Vedení');
    expect(
      instruments.flatMap(({ scales }) => scales.flatMap((scale) => scale.groups.map(({ name }) => name))),
    ).not.toContain('Staff');
    expect(namesForReader(results, 'en')).toEqual(results);
  });

  test('a scale has a wave before where it was asked in one, told or not', () => {
    const hidden = { status: 'suppressed', reason: null } as const;
    const waves = (figure: typeof hidden | { status: 'no-data' }) => ({
      waves: [
        { wave: 1, figure },
        { wave: 2, figure: hidden },
      ],
    });
    expect(hasEarlierWave(waves(hidden), { wave: 2 })).toBe(true);
    expect(hasEarlierWave(waves({ status: 'no-data' }), { wave: 2 })).toBe(false);
    expect(hasEarlierWave(waves(hidden), { wave: 1 })).toBe(false);
  });

  test('teams are compared with everybody whatever is chosen', () => {
    const results = studyResults({ group: 'staff' });
    const { figure, everybody } = results.instruments[0]!.scales[0]!;
    if (everybody.status !== 'shown' || figure.status !== 'shown') throw new Error('Nothing is shown.');
    expect(figure.value.mean).not.toBe(everybody.value.mean);
    expect(heatMapOf(results, 'en')).toEqual(heatMapOf(studyResults(), 'en'));
    expect(heatMapOf(results, 'en').columns[0]!.whole).toBe(everybody.value.mean);
  });

  test('a lead sees the own team alone', () => {
    expect(heatMapOf(leadResults('housing'), 'en').rows.map(({ id }) => id)).toEqual(['housing']);
  });

  test('each reason has one letter, and after z comes aa', () => {
    const cell = (minimum: number) => ({ status: 'suppressed', reason: { code: 'too-small', minimum } }) as const;
    const cells = Array.from({ length: 28 }, (_, place) => cell(place + 3));
    const row = { id: 'a', name: 'A', setting: null, cells: [...cells, cell(3)] };
    const notes = hiddenNotes({ rows: [row] }, ({ reason }) => String(reason?.minimum));
    expect([...notes.values()].map(({ letter }) => letter).slice(24)).toEqual(['y', 'z', 'aa', 'ab']);
  });
});

describe('why a figure is not shown', () => {
  const nameOf = (id: string) => ({ 'night-line': 'Night line', staff: 'Staff' })[id] ?? id;
  test('who looks after the study is told which reason it was', () => {
    expect(hiddenSentence({ code: 'too-small', minimum: 7 }, 5, words.hidden)).toBe(
      'Fewer than 7 people answered here.',
    );
    expect(
      hiddenSentence({ code: 'protects', minimum: 5, protects: ['night-line', 'staff'] }, 5, words.hidden, nameOf),
    ).toMatch(/about too few people: Night line, Staff\.$/);
    expect(
      hiddenSentence({ code: 'protects', minimum: 5, protects: ['night-line', null] }, 5, words.hidden, nameOf),
    ).toMatch(/: Night line\.$/);
    expect(hiddenSentence({ code: 'protects', minimum: 5, protects: [null, null] }, 5, words.hidden, nameOf)).toMatch(
      /: the total\.$/,
    );
  });

  test('everybody else reads the same sentence whatever the reason', () => {
    expect(hiddenSentence(null, 6, words.hidden)).toMatch(/fewer than 6 people answered, or/);
  });
});

describe('a change in words', () => {
  const interval = (lower: number, upper: number) => ({ level: 0.95, lower, upper });
  const say = (difference: number, ends: [number, number] | null, favourable: 'high' | 'low' | null) =>
    changeSentences(
      {
        from: 2,
        difference,
        interval: ends === null ? null : interval(...ends),
        effect: ends === null ? null : difference / 0.8,
        size: ends === null ? null : 'small',
      },
      favourable,
      'Summer',
      words.changeWords,
      formats('en'),
    ).join(' ');

  test('whether it is good news follows from the scale', () => {
    expect(say(-0.21, [-0.3, -0.12], 'low')).toBe(
      'Since Summer: 0.21 points lower. That is good news. With 95% confidence the true difference lies between −0.30 and −0.12 points. Next to the differences between people it is small (Hedges’ g −0.26).',
    );
    expect(say(-0.21, [-0.3, -0.12], 'high')).toContain('bad news');
    expect(say(-0.21, [-0.3, -0.12], null)).not.toContain('news');
  });

  test('where the interval contains none at all, no direction is claimed', () => {
    expect(say(0.1, [-0.05, 0.25], 'high')).toMatch(/^No clear change since Summer/);
    expect(directionOf({ difference: 0.1, interval: interval(-0.05, 0.25) })).toBe('steady');
    expect(say(0.1, [0, 0.25], 'high')).toMatch(/^No clear change/);
  });

  test('without an interval there is only the difference', () => {
    expect(say(0.1, null, 'high')).toBe('Since Summer: +0.10 points. There is no interval for this change.');
  });
});

describe('a table as CSV', () => {
  const csv = (cells: Parameters<typeof tableCsv>[0]['rows'][number]) =>
    tableCsv({ caption: '', headings: ['a'], rows: [cells] }, 'not shown', []).split('\r\n')[1];

  test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('text that begins like a formula is defused: %j', (text) => {
    expect(csv([text])).toMatch(/^"?'/);
  });

  test('numbers stay numbers, negative ones too, with all their digits', () => {
    expect(csv([figure(-0.123456789), whole(5), figure(null), null])).toBe('-0.123456789,5,,');
  });

  test('a figure that is not shown says why, and commas and quotes are kept', () => {
    expect(csv([hidden('Fewer, than "5".')])).toBe('"not shown: Fewer, than ""5""."');
  });
});

describe('numbers of the page', () => {
  test('a response rate is a share of those asked, and never more than all of them', () => {
    expect(responseRate({ status: 'shown', value: 3 }, 4)).toBe(0.75);
    expect(responseRate({ status: 'shown', value: 6 }, 4)).toBe(1);
    expect(responseRate({ status: 'no-data' }, 4)).toBe(0);
    for (const expected of [null, 0]) expect(responseRate({ status: 'shown', value: 3 }, expected)).toBe(null);
    expect(responseRate({ status: 'suppressed', reason: null }, 4)).toBe(null);
  });

  test('an axis holds all intervals, and stays within the possible range', () => {
    const row = (value: number, lower: number, upper: number) => ({ label: '', value, lower, upper });
    const [from, to] = domainOf([row(2.5, 2.3, 2.7), row(3, 2.9, 3.1)], five);
    expect(from).toBeCloseTo(2, 9);
    expect(to).toBeCloseTo(3.4, 9);
    expect(domainOf([row(3, 1, 5)], five)).toEqual([1, 5]);
    expect(evenTicks([1, 5], 4)).toEqual([1, 2, 3, 4, 5]);
  });

  test('reasons are written into a table, or by letters where there are many', () => {
    const table = (n: number) => ({
      caption: '',
      headings: [],
      rows: Array.from({ length: n }, (_, place) => ['x', hidden(place === 0 ? 'Protects.' : 'Too few.')]),
    });
    expect(lettersOf(table(4)).size).toBe(0);
    expect([...lettersOf(table(5))]).toEqual([
      ['Protects.', 'a'],
      ['Too few.', 'b'],
    ]);
  });

  test('a name has two lines at most', () => {
    expect(twoLines('Community team North', 40)).toBe('Community team North');
    expect(twoLines('Community team North', 15)).toBe('Community team\nNorth');
    expect(twoLines('Community team North and many others', 15)).toBe('Community team\nNorth and many…');
  });

  test('files have names that every system takes', () => {
    expect(fileName('Tým: Bříza/Javor', 'wave-3', 'a/b')).toBe('tym-briza-javor-wave-3-a-b');
  });
});

describe('scales', () => {
  test('two of one name are told apart by who answers them, else by the questionnaire', () => {
    const results = studyResults();
    const [burnout] = results.instruments;
    const twice = {
      ...results,
      instruments: [
        ...results.instruments,
        { ...burnout!, instrument: { ...burnout!.instrument, id: 'other', name: { en: 'Other', cs: 'Jiný' } } },
        {
          ...burnout!,
          instrument: { ...burnout!.instrument, id: 'third' },
          scales: burnout!.scales.map((scale) => ({
            ...scale,
            groups: [{ id: 'm', name: 'Managers', figure: { status: 'no-data' as const } }],
          })),
        },
      ],
    };
    const labels = scaleLabels(scalesOf(twice), 'en');
    expect(labels.get('third/exhaustion')).toBe('Exhaustion (Managers)');
    expect(labels.get('other/exhaustion')).toBe('Exhaustion (Other)');
    expect(labels.get('peer-role/role-clarity')).toBe('Role clarity');
  });

  test('burnout and satisfaction as wholes are asked about first', () => {
    expect(outcomesOf(studyResults()).map(({ key }) => key)).toEqual([
      'work-burnout/burnout',
      'work-satisfaction/overall',
      'work-burnout/exhaustion',
      'work-burnout/distance',
    ]);
  });
});

test('hurried answers: many from a tenth on; hidden numbers say nothing but where half took their time', () => {
  const row = (straight: number | null, seconds: number | null, people = 200) => {
    const few = { status: 'suppressed', reason: { code: 'too-small', minimum: 5 } } as const;
    return {
      instrument: 'a',
      n: { status: 'shown', value: people } as const,
      straightlining: straight === null ? few : ({ status: 'shown', value: straight } as const),
      tooFast: few,
      incomplete: few,
      medianSecondsPerItem: seconds,
    };
  };
  expect(someHurried([row(20, null)])).toBe(true);
  expect(someHurried([row(19, null)])).toBe(false);
  expect(someHurried([row(null, null)])).toBe(null);
  expect(someHurried([row(null, 8)])).toBe(false);
  expect(someHurried([row(null, 8, 20)])).toBe(null);
  expect(someHurried([row(19, 8), row(30, 8)])).toBe(true);
});

test('scripts of a page: with all they import, without those of other pages', () => {
  const manifest = {
    'index.html': { file: 'entry.js', imports: ['_a'], dynamicImports: ['page', 'other'] },
    _a: { file: 'a.js' },
    page: { file: 'page.js', imports: ['_a', '_b'], dynamicImports: ['plot'] },
    _b: { file: 'b.js', dynamicImports: ['late'] },
    plot: { file: 'plot.js', imports: ['_c', '_b'] },
    _c: { file: 'c.js' },
    late: { file: 'late.js' },
    other: { file: 'other.js' },
  };
  const { first, later } = pageFiles(manifest, 'page');
  expect(first).toEqual(['entry.js', 'a.js', 'page.js', 'b.js']);
  expect([...later].sort()).toEqual(['c.js', 'late.js', 'plot.js']);
  expect(() => pageFiles(manifest, 'nowhere')).toThrow('nowhere');
});
