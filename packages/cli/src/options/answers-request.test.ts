import { tmpdir } from 'node:os';
import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { openOutput } from '../output/output.ts';
import { type AnswersValues, answersRequest } from './answers-request.ts';

const context = {
  stdin: Readable.from([]),
  output: openOutput(new Writable()),
  terminal: undefined,
  cwd: tmpdir(),
  onInterrupt: () => () => {},
};
const request = (values: AnswersValues) => answersRequest(values, 'score', context);

test('items without an instrument make a scale of their own', async () => {
  const { instrument, isAdHoc, columns } = await request({ items: ['A1,A2'], reverse: ['A2'], min: '1', max: '6' });
  expect(isAdHoc).toBe(true);
  expect(instrument.scales[0]?.items).toEqual(['A1', 'A2']);
  expect([...columns]).toEqual([
    ['A1', 'A1'],
    ['A2', 'A2'],
  ]);
});

test('an instrument comes by id, or by id and version; its items are looked for under their ids', async () => {
  const { instrument, columns, coding } = await request({
    instrument: 'olbi',
    map: ['olbi_3=Q3'],
    coding: ['agreement-4=endorsement'],
  });
  expect(instrument.id).toBe('olbi');
  expect(columns.size).toBe(16);
  expect([columns.get('olbi_2'), columns.get('olbi_3')]).toEqual(['olbi_2', 'Q3']);
  expect(coding).toEqual({ 'agreement-4': 'endorsement' });
  expect((await request({ instrument: 'olbi@1.0.0' })).instrument).toEqual(instrument);
});

test.each<[AnswersValues, string]>([
  [{}, 'score: say which scales: --instrument ID, or --items A1,A2,... --min 1 --max 5'],
  [{ instrument: 'olbi', items: ['A1'] }, 'score: --instrument and --items exclude each other'],
  [{ instrument: 'olbi', min: '1' }, 'score: --min belongs to --items; an instrument says it itself'],
  [{ items: ['A1'], max: '5' }, '--items needs --min, the limits of the codes: --min 1 --max 5'],
  [{ items: ['A1'], min: '1' }, '--items needs --max, the limits of the codes: --min 1 --max 5'],
  [{ items: ['A1'], min: '5', max: '1' }, '--min 5 is not below --max 1'],
  [{ items: ['A1,A1'], min: '1', max: '5' }, '--items: "A1" is there twice'],
  [{ items: ['A1'], reverse: ['A2'], min: '1', max: '5' }, '--reverse: "A2" is not one of --items'],
  [{ instrument: 'olby' }, 'there is no instrument "olby"; did you mean olbi?'],
  [{ instrument: 'swls' }, 'there is no instrument "swls"; peerscale instruments lists them, a path names a file'],
  [{ instrument: 'olbi@9.0.0' }, 'there is no "olbi@9.0.0"; of olbi there is 1.0.0'],
  [{ instrument: 'olbi', map: ['olbi_99=x'] }, '--map: there is no item "olbi_99"; did you mean olbi_9?'],
  [{ instrument: 'olbi', map: ['olbi_1=a,olbi_1=b'] }, '--map: the item "olbi_1" is there twice'],
  [
    { instrument: 'olbi', map: ['olbi_1=olbi_2'] },
    '--map: the items "olbi_1" and "olbi_2" would both be read from column "olbi_2"',
  ],
  [{ instrument: 'olbi', coding: ['agreement-4=up'] }, '--coding: "up" is neither endorsement nor rejection'],
  [{ items: ['A1'], min: '1', max: '5', textpack: 'a.json' }, 'score: --textpack belongs to --instrument; --items'],
  [{ instrument: 'olbi', coding: ['agreement-4=rejection'], textpack: 'a.json' }, '--coding and --textpack exclude'],
  [{ instrument: 'olbi', textpack: 'no-such.json' }, 'no-such.json: there is no such file'],
  [{ instrument: 'olbi', coding: ['x=rejection'] }, '--coding: olbi has no response scale "x", only agreement-4'],
])('%j is refused', async (values, message) => {
  await expect(request(values)).rejects.toThrow(message);
});
