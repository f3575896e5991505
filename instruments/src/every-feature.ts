import type { Instrument } from '@peerscale/core';

const source = {
  supports: ['structure', 'key'] as ('structure' | 'key')[],
  citation: 'Made for the generated checks',
  confidence: 'high' as const,
  checkedOn: '2026-11-21',
};
const name = (en: string) => ({ en });

/**
 * An instrument that nobody is asked, with what a definition can say and no shipped one may say at present: weights, a
 * count, a transform, parts that point the other way, substitutes. The generated checks hold for it as well.
 */
export const everyFeature: Instrument = {
  format: 'peerscale/instrument@1',
  id: 'every-feature',
  version: '1.0.0',
  name: name('Every feature'),
  construct: 'none',
  validation: 'none yet',
  poles: { positive: name('up'), negative: name('down') },
  responseScales: [
    { id: 'five', measure: 'agreement', codes: [1, 2, 3, 4, 5], highCodeMeans: 'endorsement' },
    { id: 'gaps', measure: 'frequency', codes: [0, 25, 50, 75, 100], highCodeMeans: 'rejection' },
  ],
  items: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id, i) => ({
    id,
    number: i + 1,
    polarity: i % 3 === 1 ? 'negative' : 'positive',
    responseScale: i < 5 ? 'five' : 'gaps',
    label: name(id),
    ...(id === 'h' ? { scored: false as const } : {}),
  })),
  scales: [
    {
      id: 'total',
      name: name('Total'),
      highMeans: name('up'),
      direction: 'positive',
      method: 'sum',
      missing: { rule: 'minimum-answered', minimum: 2 },
      items: ['a', 'b', 'c', 'd', 'e', 'f'],
      parts: ['weighted', 'percent', 'plain'],
      weights: { percent: 0.5 },
    },
    {
      id: 'weighted',
      name: name('Weighted'),
      highMeans: name('up'),
      direction: 'positive',
      method: 'mean',
      missing: { rule: 'minimum-share', share: 0.5 },
      items: ['a', 'b', 'c'],
      weights: { a: 2.5 },
      substitutes: { 'dont-know': 3 },
    },
    {
      id: 'percent',
      name: name('Percent'),
      highMeans: name('down'),
      direction: 'negative',
      method: 'sum',
      missing: { rule: 'person-mean' },
      items: ['d', 'f'],
      transform: 'percent-of-maximum',
    },
    {
      id: 'plain',
      name: name('Plain'),
      highMeans: name('down'),
      direction: 'negative',
      method: 'mean',
      missing: { rule: 'complete' },
      items: ['e'],
    },
    {
      id: 'counted',
      name: name('Counted'),
      highMeans: name('up'),
      direction: 'positive',
      method: 'count',
      countFrom: 4,
      missing: { rule: 'minimum-answered', minimum: 3 },
      items: ['a', 'b', 'c', 'd', 'e'],
    },
    {
      id: 'apart',
      name: name('Apart'),
      highMeans: name('up'),
      direction: 'positive',
      method: 'mean',
      missing: { rule: 'complete' },
      items: ['g'],
      optional: true,
    },
  ],
  rights: {
    wording: 'text-pack',
    holder: 'nobody',
    licence: 'none',
    terms: 'none',
    wordingSource: 'nowhere',
    commercialUse: 'allowed',
  },
  sources: [source],
};
