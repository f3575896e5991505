import { createHmac } from 'node:crypto';
import { type Battery, type Instrument, seededRandom } from '@peerscale/core';
import { defaultSelfGeneratedCode, type FormRecord } from '@peerscale/form';
import { type DemonstrationTeam, demonstrationTeams, demonstrationWaves, type Respondents } from './organisation.ts';
import { remarks } from './remarks.ts';
import { type ItemModel, itemModels, simulatedAnswers } from './simulated-answers.ts';
import { drawEach, type SimulatedPerson, standing, type TeamEffects } from './simulated-person.ts';
import { TRUE_MODEL } from './true-model.ts';

/** The seed of the demonstration: its date. */
export const DEMONSTRATION_SEED = 20_261_122;

/** What one simulated person sends in one wave. */
export interface SimulatedSubmission {
  readonly wave: number;
  readonly team: DemonstrationTeam['id'];
  readonly group: Respondents;
  readonly day: string;
  readonly record: FormRecord;
}

export interface SimulateOptions {
  readonly battery: Battery;
  readonly findInstrument: (id: string, version: string) => Instrument | undefined;
  /** the key under which the elements of codes are hashed, as the form does */
  readonly codeKey: string;
  /** part ids of the study's plan that the answers beside the instruments go to; `reuse` is a consent */
  readonly parts: { readonly code: string; readonly remark: string; readonly reuse?: string };
  readonly seed?: number;
}

/**
 * Everything the simulated organisation sends in three waves, from `TRUE_MODEL` and a seed: the same seed gives the same
 * records to the last key, so that storing them twice stores them once.
 */
export function* simulateOrganisation(options: SimulateOptions): Generator<SimulatedSubmission> {
  const { battery, findInstrument, codeKey, parts, seed = DEMONSTRATION_SEED } = options;
  const random = seededRandom(seed);
  // its own, so that everything else is the same with it and without
  const consent = seededRandom(seed + 1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const asked = new Map<
    Respondents,
    readonly { readonly instrument: Instrument; readonly models: readonly ItemModel[] }[]
  >(
    battery.groups.map(({ respondents, parts: own }) => [
      respondents as Respondents,
      own.map((part) => {
        const instrument = findInstrument(part.instrument, part.version);
        if (instrument === undefined)
          throw new RangeError(`Unexpected instrument: ${part.instrument}@${part.version}.`);
        return { instrument, models: itemModels(instrument, part, random) };
      }),
    ]),
  );
  const effects = new Map<string, TeamEffects>(
    demonstrationTeams.map(({ id }) => {
      const [clarity, support, stigma, burnout] = [normal(), normal(), normal(), normal()].map(
        (draw) => TRUE_MODEL.teamEffect * draw,
      ) as [number, number, number, number];
      return [id, { clarity, support, stigma, burnout }];
    }),
  );
  const everybody = demonstrationTeams.flatMap((team) =>
    (Object.entries(team.people) as [Respondents, number][]).flatMap(([group, count]) =>
      Array.from(
        { length: count },
        (): SimulatedPerson => ({ team, group, stable: drawEach(normal), code: drawCode(random) }),
      ),
    ),
  );
  for (const { number: wave, opensOn, closesOn } of demonstrationWaves) {
    for (const person of everybody) {
      const { team, group } = person;
      const now = standing(person, effects.get(team.id)!, wave, normal);
      const { base, perBurnout } = TRUE_MODEL.participation;
      const answers = random() < base + perBurnout * now.burnout;
      const day = dayBetween(opensOn, closesOn, random());
      const startedAt = `${day}T09:00:00.000Z`;
      const sitting = {
        startedAt,
        finishedAt: new Date(Date.parse(startedAt) + Math.round((150 + 240 * random()) * 1_000)).toISOString(),
        idempotencyKey: uuid(random),
      };
      const records = asked.get(group)!.map(({ instrument, models }) => ({
        schema: 'peerscale/response@1' as const,
        instrument: instrument.id,
        version: instrument.version,
        locale: 'en',
        answers: simulatedAnswers(instrument, models, now, random, normal),
        ...sitting,
      }));
      const codes = Object.fromEntries(
        Object.entries(person.code).map(([id, answer]) => {
          const given = random() < TRUE_MODEL.codeError ? drawCode(random)[id]! : answer;
          return [id, createHmac('sha256', codeKey).update(`${id}\n${given}`).digest('hex')];
        }),
      );
      const remark = remarks[Math.floor(random() * 8 * remarks.length)];
      if (!answers) continue;
      yield {
        wave,
        team: team.id,
        group,
        day,
        record: {
          schema: 'peerscale/form-record@1',
          plan: battery.id,
          version: battery.version,
          locale: 'en',
          records,
          values: {
            [parts.remark]: remark ?? 'skipped',
            ...(parts.reuse === undefined ? {} : { [parts.reuse]: consent() < TRUE_MODEL.consentToReuse }),
          },
          codes: { [parts.code]: codes },
          ...sitting,
        },
      };
    }
  }
}

/** Answers to the default questions, in the form in which they are hashed (`normalizeCodeEntry`). */
function drawCode(random: () => number): Record<string, string> {
  const below = (count: number) => Math.floor(count * random());
  const letter = () => String.fromCharCode(97 + below(26));
  return Object.fromEntries(
    defaultSelfGeneratedCode.elements.map(({ id, kind, length = 2 }) => {
      if (kind === 'day') return [id, String(1 + below(31)).padStart(2, '0')];
      if (kind === 'count') return [id, String(below(5))];
      const size = kind === 'letter' ? 1 : length;
      return [id, Array.from({ length: size }, () => (kind === 'digits' ? String(below(10)) : letter())).join('')];
    }),
  );
}

function dayBetween(first: string, last: string, share: number): string {
  const [start, end] = [Date.parse(first), Date.parse(last)];
  const days = Math.round((end - start) / 86_400_000);
  return new Date(start + Math.floor(share * (days + 1)) * 86_400_000).toISOString().slice(0, 10);
}

/** A version 4 UUID from the generator, so that storing the same simulation twice stores it once. */
function uuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + (digits[16]! % 4);
  const hex = digits.map((digit) => digit.toString(16)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
