import type { Coding, Confidence, MissingRule, ResponseScale, Scale } from '@peerscale/core';

/** What is published about one scale of an instrument; items by the number they have on the form. */
export interface ScaleFacts {
  readonly items: readonly number[];
  /** under the published coding of the answers */
  readonly reversed: readonly number[];
  readonly high: string;
  readonly direction: Scale['direction'];
  readonly method: Scale['method'];
  readonly missing: MissingRule;
  readonly range: readonly [number, number];
  readonly optional?: true;
  readonly dontKnow?: number;
  /** lower limits of the bands that a named source gives; none where it is missing, contradicts others, or was not seen */
  readonly cutOffs?: readonly number[];
}

/** The facts of one published instrument, typed by hand from its row and never from the definition. */
export interface FactsRow {
  readonly id: string;
  readonly items: number;
  readonly notScored?: readonly number[];
  /** how the items are answered, with the numbers of the items answered that way */
  readonly answers: readonly {
    readonly measure: ResponseScale['measure'];
    readonly codes: readonly number[];
    readonly items: readonly number[];
  }[];
  readonly highCodeMeans: Coding;
  readonly scales: Readonly<Record<string, ScaleFacts>>;
  readonly wording: 'text-pack' | 'withheld';
  readonly confidence: Confidence;
  /** the publication, and what the row was read from */
  readonly source: string;
}

const oneTo = (last: number): number[] => fromTo(1, last);
const fromTo = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const all: MissingRule = { rule: 'complete' };
const divideByAnswered: MissingRule = { rule: 'person-mean' };
const half: MissingRule = { rule: 'minimum-share', share: 0.5 };
const atLeast = (minimum: number): MissingRule => ({ rule: 'minimum-answered', minimum });

/** A scale with the commonest facts: a mean of complete answers, nothing reversed. */
const mean = (
  items: number[],
  direction: ScaleFacts['direction'],
  high: string,
  range: [number, number],
  more: Partial<ScaleFacts> = {},
): ScaleFacts => ({ items, reversed: [], direction, high, method: 'mean', missing: all, range, ...more });
const sum = (...facts: Parameters<typeof mean>): ScaleFacts => ({ ...mean(...facts), method: 'sum' });
const batCore = {
  exhaustion: mean(oneTo(8), 'negative', 'more exhaustion', [1, 5]),
  'mental-distance': mean(fromTo(9, 13), 'negative', 'more mental distance', [1, 5]),
  'cognitive-impairment': mean(fromTo(14, 18), 'negative', 'more cognitive impairment', [1, 5]),
  'emotional-impairment': mean(fromTo(19, 23), 'negative', 'more emotional impairment', [1, 5]),
  burnout: mean(oneTo(23), 'negative', 'more burnout', [1, 5]),
};
const jssFacet = (items: number[], reversed: number[], what: string): ScaleFacts =>
  sum(items, 'positive', `more satisfaction with ${what}`, [4, 24], { reversed, missing: divideByAnswered });

export const publishedFacts: readonly FactsRow[] = [
  {
    id: 'olbi',
    items: 16,
    answers: [{ measure: 'agreement', codes: [1, 2, 3, 4], items: oneTo(16) }],
    highCodeMeans: 'rejection',
    scales: {
      disengagement: mean([1, 3, 6, 7, 9, 11, 13, 15], 'negative', 'more disengagement', [1, 4], {
        reversed: [3, 6, 9, 11],
      }),
      exhaustion: mean([2, 4, 5, 8, 10, 12, 14, 16], 'negative', 'more exhaustion', [1, 4], {
        reversed: [2, 4, 8, 12],
      }),
      burnout: mean(oneTo(16), 'negative', 'more burnout', [1, 4], { reversed: [2, 3, 4, 6, 8, 9, 11, 12] }),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'Demerouti et al. (2003), doi:10.1027//1015-5759.19.1.12; four public scoring pages that agree',
  },
  {
    id: 'cbi',
    items: 19,
    answers: [
      { measure: 'frequency', codes: [0, 25, 50, 75, 100], items: [1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 18, 19] },
      { measure: 'degree', codes: [0, 25, 50, 75, 100], items: [7, 8, 9, 14, 15, 16, 17] },
    ],
    highCodeMeans: 'endorsement',
    scales: {
      personal: mean(oneTo(6), 'negative', 'more personal burnout', [0, 100], { missing: atLeast(3), cutOffs: [50] }),
      work: mean(fromTo(7, 13), 'negative', 'more work-related burnout', [0, 100], {
        reversed: [13],
        missing: atLeast(4),
        cutOffs: [50],
      }),
      client: mean(fromTo(14, 19), 'negative', 'more client-related burnout', [0, 100], {
        missing: atLeast(3),
        cutOffs: [50],
      }),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'Kristensen et al. (2005), doi:10.1080/02678370500297720; English PUMA form',
  },
  {
    id: 'bat23',
    items: 23,
    answers: [{ measure: 'frequency', codes: [1, 2, 3, 4, 5], items: oneTo(23) }],
    highCodeMeans: 'endorsement',
    scales: batCore,
    wording: 'text-pack',
    confidence: 'high',
    source: 'Schaufeli et al. (2020), doi:10.3390/ijerph17249495; data and item names of BAT-GR',
  },
  {
    id: 'bat33',
    items: 33,
    answers: [{ measure: 'frequency', codes: [1, 2, 3, 4, 5], items: oneTo(33) }],
    highCodeMeans: 'endorsement',
    scales: {
      ...batCore,
      'secondary-symptoms': mean(fromTo(24, 33), 'negative', 'more secondary symptoms', [1, 5], { optional: true }),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'as BAT-23: secondary symptoms 24 to 33 as one mean, never mixed into the core total',
  },
  {
    id: 'bat12',
    items: 12,
    answers: [{ measure: 'frequency', codes: [1, 2, 3, 4, 5], items: oneTo(12) }],
    highCodeMeans: 'endorsement',
    scales: {
      exhaustion: mean([1, 2, 3], 'negative', 'more exhaustion', [1, 5]),
      'mental-distance': mean([4, 5, 6], 'negative', 'more mental distance', [1, 5]),
      'cognitive-impairment': mean([7, 8, 9], 'negative', 'more cognitive impairment', [1, 5]),
      'emotional-impairment': mean([10, 11, 12], 'negative', 'more emotional impairment', [1, 5]),
      burnout: mean(oneTo(12), 'negative', 'more burnout', [1, 5], { cutOffs: [2.54, 2.96] }),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'BAT-12 (2022), doi:10.1186/s12889-022-12946-y; published fit of BAT-GR-12; cut-offs Schaufeli (2023)',
  },
  {
    id: 'mbi-hss',
    items: 22,
    answers: [{ measure: 'frequency', codes: [0, 1, 2, 3, 4, 5, 6], items: oneTo(22) }],
    highCodeMeans: 'endorsement',
    scales: {
      'emotional-exhaustion': sum([1, 2, 3, 6, 8, 13, 14, 16, 20], 'negative', 'more emotional exhaustion', [0, 54]),
      depersonalization: sum([5, 10, 11, 15, 22], 'negative', 'more depersonalization', [0, 30]),
      'personal-accomplishment': sum(
        [4, 7, 9, 12, 17, 18, 19, 21],
        'positive',
        'more personal accomplishment',
        [0, 48],
      ),
    },
    wording: 'withheld',
    confidence: 'high',
    source: 'doi:10.1002/job.4030020205; identical item lists in eight code bases; manual not read',
  },
  {
    id: 'smbm14',
    items: 14,
    answers: [{ measure: 'frequency', codes: oneTo(7), items: oneTo(14) }],
    highCodeMeans: 'endorsement',
    scales: {
      'physical-fatigue': mean(oneTo(6), 'negative', 'more physical fatigue', [1, 7]),
      'cognitive-weariness': mean(fromTo(7, 11), 'negative', 'more cognitive weariness', [1, 7]),
      'emotional-exhaustion': mean([12, 13, 14], 'negative', 'more emotional exhaustion', [1, 7]),
      burnout: mean(oneTo(14), 'negative', 'more burnout', [1, 7]),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'Shirom & Melamed (2006), doi:10.1037/1072-5245.13.2.176; dkg-phd-thesis: 6 + 5 + 3',
  },
  {
    id: 'single-item-burnout',
    items: 1,
    answers: [{ measure: 'degree', codes: [1, 2, 3, 4, 5], items: [1] }],
    highCodeMeans: 'endorsement',
    scales: { burnout: mean([1], 'negative', 'more burnout', [1, 5], { cutOffs: [3] }) },
    wording: 'text-pack',
    confidence: 'high',
    source: 'Rohland (2004), doi:10.1002/smi.1002; Dolan (2015), doi:10.1007/s11606-014-3112-6',
  },
  {
    id: 'proqol5',
    items: 30,
    answers: [{ measure: 'frequency', codes: [1, 2, 3, 4, 5], items: oneTo(30) }],
    highCodeMeans: 'endorsement',
    scales: {
      'compassion-satisfaction': sum(
        [3, 6, 12, 16, 18, 20, 22, 24, 27, 30],
        'positive',
        'more satisfaction from helping',
        [10, 50],
        { cutOffs: [23, 42] },
      ),
      burnout: sum([1, 4, 8, 10, 15, 17, 19, 21, 26, 29], 'negative', 'more burnout', [10, 50], {
        reversed: [1, 4, 15, 17, 29],
        cutOffs: [23, 42],
      }),
      'secondary-traumatic-stress': sum(
        [2, 5, 7, 9, 11, 13, 14, 23, 25, 28],
        'negative',
        'more secondary traumatic stress',
        [10, 50],
        { cutOffs: [23, 42] },
      ),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'Stamm (2010), The Concise ProQOL Manual, 2nd edition; five independent code bases',
  },
  {
    id: 'hse-msit35',
    items: 35,
    answers: [
      { measure: 'frequency', codes: [1, 2, 3, 4, 5], items: oneTo(23) },
      { measure: 'agreement', codes: [1, 2, 3, 4, 5], items: fromTo(24, 35) },
    ],
    highCodeMeans: 'endorsement',
    scales: {
      demands: mean([3, 6, 9, 12, 16, 18, 20, 22], 'positive', 'lower demands', [1, 5], {
        reversed: [3, 6, 9, 12, 16, 18, 20, 22],
      }),
      control: mean([2, 10, 15, 19, 25, 30], 'positive', 'more control', [1, 5]),
      'manager-support': mean([8, 23, 29, 33, 35], 'positive', 'more support from managers', [1, 5]),
      'peer-support': mean([7, 24, 27, 31], 'positive', 'more support from colleagues', [1, 5]),
      relationships: mean([5, 14, 21, 34], 'positive', 'better relationships', [1, 5], { reversed: [5, 14, 21, 34] }),
      role: mean([1, 4, 11, 13, 17], 'positive', 'a clearer role', [1, 5]),
      change: mean([26, 28, 32], 'positive', 'better handling of change', [1, 5]),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'doi:10.1080/02678370802166599; public item list, reverse list, appendix of the analysis-tool manual',
  },
  {
    id: 'copsoq3-role',
    items: 5,
    answers: [{ measure: 'degree', codes: [0, 25, 50, 75, 100], items: oneTo(5) }],
    highCodeMeans: 'endorsement',
    scales: {
      'role-clarity': mean([1, 2, 3], 'positive', 'more role clarity', [0, 100], { missing: half }),
      'role-conflicts': mean([4, 5], 'negative', 'more role conflicts', [0, 100], { missing: half }),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'Burr et al. (2019), doi:10.1016/j.shaw.2019.10.002, PMC6933167 Table 2; half rule from memory',
  },
  {
    id: 'rhl-role',
    items: 14,
    answers: [{ measure: 'truth', codes: oneTo(7), items: oneTo(14) }],
    highCodeMeans: 'endorsement',
    scales: {
      'role-clarity': mean(oneTo(6), 'positive', 'more role clarity', [1, 7]),
      'role-ambiguity': mean(oneTo(6), 'negative', 'more role ambiguity', [1, 7], { reversed: oneTo(6) }),
      'role-conflict': mean(fromTo(7, 14), 'negative', 'more role conflict', [1, 7]),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'Rizzo, House & Lirtzman (1970), doi:10.2307/2391486; library numbering',
  },
  {
    id: 'jss',
    items: 36,
    answers: [{ measure: 'agreement', codes: [1, 2, 3, 4, 5, 6], items: oneTo(36) }],
    highCodeMeans: 'endorsement',
    scales: {
      pay: jssFacet([1, 10, 19, 28], [10, 19], 'pay'),
      promotion: jssFacet([2, 11, 20, 33], [2], 'promotion'),
      supervision: jssFacet([3, 12, 21, 30], [12, 21], 'supervision'),
      'fringe-benefits': jssFacet([4, 13, 22, 29], [4, 29], 'fringe benefits'),
      'contingent-rewards': jssFacet([5, 14, 23, 32], [14, 23, 32], 'contingent rewards'),
      'operating-procedures': jssFacet([6, 15, 24, 31], [6, 24, 31], 'operating procedures'),
      coworkers: jssFacet([7, 16, 25, 34], [16, 34], 'coworkers'),
      'nature-of-work': jssFacet([8, 17, 27, 35], [8], 'nature of work'),
      communication: jssFacet([9, 18, 26, 36], [18, 26, 36], 'communication'),
      total: sum(oneTo(36), 'positive', 'more satisfaction', [36, 216], {
        reversed: [2, 4, 6, 8, 10, 12, 14, 16, 18, 19, 21, 23, 24, 26, 29, 31, 32, 34, 36],
        missing: divideByAnswered,
      }),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: "Spector (1985), doi:10.1007/BF00929796; the author's scoring page; missing rule from memory",
  },
  {
    id: 'moaq-jss',
    items: 3,
    answers: [{ measure: 'agreement', codes: oneTo(7), items: [1, 2, 3] }],
    highCodeMeans: 'endorsement',
    scales: { 'job-satisfaction': mean([1, 2, 3], 'positive', 'more satisfaction', [1, 7], { reversed: [2] }) },
    wording: 'text-pack',
    confidence: 'medium-high',
    source: 'Bowling & Hammond (2008), doi:10.1016/j.jvb.2008.01.004; reversed item from memory',
  },
  {
    id: 'gjss',
    items: 10,
    answers: [{ measure: 'agreement', codes: [1, 2, 3, 4, 5], items: oneTo(10) }],
    highCodeMeans: 'endorsement',
    scales: { 'job-satisfaction': sum(oneTo(10), 'positive', 'more satisfaction', [10, 50]) },
    wording: 'text-pack',
    confidence: 'medium-high',
    source: 'doi:10.1300/J022v13n02_01, abstract: 10 items, one factor; no reversal from memory',
  },
  {
    id: 'ismi9',
    items: 9,
    answers: [{ measure: 'agreement', codes: [1, 2, 3, 4], items: oneTo(9) }],
    highCodeMeans: 'endorsement',
    scales: {
      'internalised-stigma': mean(oneTo(9), 'negative', 'more internalised stigma', [1, 4], {
        reversed: [2, 9],
        missing: divideByAnswered,
      }),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'doi:10.1037/sah0000049; page of the author and an independent implementation',
  },
  {
    id: 'oms-hc-15',
    items: 15,
    answers: [{ measure: 'agreement', codes: [1, 2, 3, 4, 5], items: oneTo(15) }],
    highCodeMeans: 'endorsement',
    scales: {
      attitudes: sum([1, 9, 10, 11, 13, 15], 'negative', 'more negative attitudes', [6, 30]),
      disclosure: sum([3, 4, 5, 8], 'negative', 'less willingness to disclose or seek help', [4, 20], {
        reversed: [8],
      }),
      'social-distance': sum([2, 6, 7, 12, 14], 'negative', 'more social distance', [5, 25], {
        reversed: [2, 6, 7, 14],
      }),
      total: sum(oneTo(15), 'negative', 'more stigma', [15, 75], { reversed: [2, 6, 7, 8, 14] }),
    },
    wording: 'text-pack',
    confidence: 'medium-high',
    source: 'doi:10.1186/1471-244X-14-120; PMC7552521 Table 3; BMC Psychiatry 12:62 Table 2',
  },
  {
    id: 'ribs',
    items: 8,
    notScored: [1, 2, 3, 4],
    answers: [
      { measure: 'truth', codes: [0, 1], items: [1, 2, 3, 4] },
      { measure: 'agreement', codes: [1, 2, 3, 4, 5], items: [5, 6, 7, 8] },
    ],
    highCodeMeans: 'endorsement',
    scales: {
      intended: sum([5, 6, 7, 8], 'positive', 'more willingness for contact, less stigma', [4, 20], { dontKnow: 3 }),
    },
    wording: 'text-pack',
    confidence: 'high',
    source: 'doi:10.1017/S2045796011000308; app.mhpss.net scoring text; codes of items 1 to 4 are ours',
  },
];
