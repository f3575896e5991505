import { type Instrument, itemOf, type ResponseRecord, responseScaleOf, scaleKey } from '@peerscale/core';

export interface SimulationOptions {
  readonly respondents: number;
  /** whole number; the same seed gives the same answers */
  readonly seed: number;
  readonly locale: string;
  /** when the simulated respondents sat down, an ISO 8601 timestamp */
  readonly startedAt: string;
}

/** How much of an item's spread is the latent factor: 0.75 squared is 56 percent; items differ a little around it. */
const LOADING = { from: 0.65, to: 0.85 };
/** How much of the spread of two factors is shared: their correlation, apart from the sign. */
const FACTOR_CORRELATION = 0.5;
/** One answer in a hundred is left out. */
const MISSING_SHARE = 0.01;
const MINUTES_TO_ANSWER = 4;

/**
 * Answers for a demonstration, drawn from a stated model; they say nothing about real people.
 *
 * Per respondent one common `strain ~ N(0, 1)` and per scale one latent factor
 *
 *   theta = sign * sqrt(0.5) * strain + sqrt(0.5) * own,   own ~ N(0, 1)
 *
 * where sign is 1 for scales that point to the negative pole, -1 for the others. Per item
 *
 *   propensity = loading * theta + sqrt(1 - loading^2) * noise,   noise ~ N(0, 1)
 *
 * is cut into the codes of the response scale at equally spaced thresholds from -1.2 to 1.2, moved by a shift of the item
 * in (-0.4, 0.4). An item that the scale's key reverses gets the mirrored code, so a scale's alpha comes out positive.
 * Items of several scales follow the first. Loadings and shifts are drawn once, from the same seed.
 */
export function simulateResponses(instrument: Instrument, options: SimulationOptions): ResponseRecord[] {
  const random = mulberry32(options.seed);
  const items = itemModels(instrument, random);
  const start = Date.parse(options.startedAt);
  return Array.from({ length: options.respondents }, () => {
    const strain = normal(random);
    const theta = new Map(
      instrument.scales.map(({ id, direction }) => {
        const shared = Math.sqrt(FACTOR_CORRELATION) * (direction === 'negative' ? strain : -strain);
        return [id, shared + Math.sqrt(1 - FACTOR_CORRELATION) * normal(random)];
      }),
    );
    const answers: Record<string, number | 'skipped'> = {};
    for (const { id, scale, loading, shift, reversed, codes } of items) {
      const propensity = loading * theta.get(scale)! + Math.sqrt(1 - loading * loading) * normal(random);
      const place = category(propensity + shift, codes.length);
      const code = codes[reversed ? codes.length - 1 - place : place]!;
      answers[id] = random() < MISSING_SHARE ? 'skipped' : code;
    }
    return {
      schema: 'peerscale/response@1',
      instrument: instrument.id,
      version: instrument.version,
      locale: options.locale,
      answers,
      startedAt: new Date(start).toISOString(),
      finishedAt: new Date(start + MINUTES_TO_ANSWER * 60_000).toISOString(),
      idempotencyKey: uuid(random),
    };
  });
}

interface ItemModel {
  readonly id: string;
  readonly scale: string;
  readonly loading: number;
  readonly shift: number;
  readonly reversed: boolean;
  readonly codes: readonly number[];
}

function itemModels(instrument: Instrument, random: () => number): ItemModel[] {
  const models = new Map<string, ItemModel>();
  for (const scale of instrument.scales) {
    for (const { item: id, reversed } of scaleKey(instrument, scale.id)) {
      if (models.has(id)) continue;
      const codes = responseScaleOf(instrument, itemOf(instrument, id).responseScale).codes.toSorted((a, b) => a - b);
      const loading = LOADING.from + (LOADING.to - LOADING.from) * random();
      models.set(id, { id, scale: scale.id, loading, shift: 0.8 * random() - 0.4, reversed, codes });
    }
  }
  return [...models.values()];
}

/** Place of a propensity among k ordered categories with k - 1 thresholds, equally spaced from -1.2 to 1.2. */
function category(propensity: number, k: number): number {
  const between = k > 2 ? 2.4 / (k - 2) : 0;
  const first = k > 2 ? -1.2 : 0;
  let place = 0;
  while (place < k - 1 && propensity > first + place * between) place++;
  return place;
}

/** Tommy Ettinger's mulberry32: 32 bits of state, uniform in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Box and Muller's cosine half; `1 - u` keeps the logarithm finite. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A version 4 UUID from the generator, so that storing the same simulation twice stores it once. */
function uuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + (digits[16]! % 4);
  const hex = digits.map((digit) => digit.toString(16)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
