import * as v from 'valibot';
import { type Checked, type DefinitionIssue, shapeIssues } from './definition-issue.ts';
import {
  type Instrument,
  instrumentIdSchema,
  localizedTextSchema,
  respondentSchema,
  versionSchema,
} from './instrument.ts';
import { scaleOf } from './scale-key.ts';

/** The shape of `battery.json`; what must fit the instruments is checked by `validateBattery`. */
export const batterySchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal('peerscale/battery@1'),
  id: instrumentIdSchema,
  version: versionSchema,
  name: localizedTextSchema,
  purpose: localizedTextSchema,
  minutes: v.pipe(v.number(), v.gtValue(0), v.maxValue(60)),
  groups: v.pipe(
    v.array(
      v.strictObject({
        respondents: respondentSchema,
        parts: v.pipe(
          v.array(
            v.strictObject({
              instrument: instrumentIdSchema,
              version: versionSchema,
              scales: v.exactOptional(v.pipe(v.array(instrumentIdSchema), v.minLength(1))),
            }),
          ),
          v.minLength(1),
        ),
      }),
    ),
    v.minLength(1),
  ),
});

/**
 * Which instruments, or which scales of them, each group of respondents is asked in one sitting. Items of a chosen
 * instrument that belong to none of its chosen scales are not asked (`not-asked` in the record).
 */
export type Battery = v.InferOutput<typeof batterySchema>;
export type BatteryPart = Battery['groups'][number]['parts'][number];

/**
 * The items of one part that are asked, in the order of the instrument.
 *
 * @throws RangeError for an unknown scale
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * batteryPartItems(instrument, { scales: ['scale'] }) // ['A1', 'A2']
 */
export function batteryPartItems(instrument: Instrument, { scales }: Pick<BatteryPart, 'scales'>): string[] {
  if (scales === undefined) return instrument.items.map(({ id }) => id);
  const asked = new Set(scales.flatMap((id) => scaleOf(instrument, id).items));
  return instrument.items.map(({ id }) => id).filter((id) => asked.has(id));
}

/**
 * Checks a battery against the instruments it names, every issue at once: shape, unknown instruments, versions and
 * scales, a group or an instrument twice, and an instrument that is meant for other respondents.
 *
 * @param findInstrument looks an instrument up by id and version
 * @example validateBattery({}, () => undefined).success // false
 */
export function validateBattery(
  input: unknown,
  findInstrument: (id: string, version: string) => Instrument | undefined,
): Checked<Battery> {
  const shape = v.safeParse(batterySchema, input);
  if (!shape.success) return { success: false, issues: shapeIssues(shape.issues) };
  const battery = shape.output;
  const issues = battery.groups.flatMap(({ respondents, parts }, g): DefinitionIssue[] => [
    ...(battery.groups.findIndex((group) => group.respondents === respondents) < g
      ? [{ code: 'duplicate-id', path: ['groups', g, 'respondents'], message: `${respondents} is there already` }]
      : []),
    ...parts.flatMap((part, p) => {
      const path = ['groups', g, 'parts', p];
      const twice = parts.findIndex((other) => other.instrument === part.instrument) < p;
      return [
        ...(twice
          ? [{ code: 'duplicate-id', path: [...path, 'instrument'], message: `${part.instrument} is asked twice` }]
          : []),
        ...partIssues(part, respondents, path, findInstrument(part.instrument, part.version)),
      ];
    }),
  ]);
  return issues.length === 0 ? { success: true, value: battery } : { success: false, issues };
}

function partIssues(
  { instrument: id, version, scales = [] }: BatteryPart,
  respondents: string,
  path: readonly (string | number)[],
  instrument: Instrument | undefined,
): DefinitionIssue[] {
  if (instrument === undefined) {
    return [{ code: 'unknown-instrument', path: [...path, 'instrument'], message: `there is no ${id}@${version}` }];
  }
  const issues: DefinitionIssue[] = scales.flatMap((scale, i) =>
    instrument.scales.some((known) => known.id === scale)
      ? []
      : [{ code: 'unknown-scale', path: [...path, 'scales', i], message: `${id} has no scale ${scale}` }],
  );
  const meant = instrument.respondents ?? 'anyone';
  if (meant !== 'anyone' && meant !== respondents) {
    issues.push({
      code: 'wrong-respondents',
      path: [...path, 'instrument'],
      message: `${id} is for ${meant}, not for ${respondents}`,
    });
  }
  return issues;
}
