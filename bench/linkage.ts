import { type CodedWave, linkWaves } from '@peerscale/core';
import { seededRandom } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const PERSONS = 100_000;

/** Linking two waves by self-generated codes. */
export function benchLinkage(): BenchTable {
  const [first, second] = waves();
  const { links, first: counts } = linkWaves(first, second);
  const time = seconds(3, () => linkWaves(first, second));
  const share = (part: number) => `${((100 * part) / PERSONS).toFixed(1)} %`;
  return {
    title: 'Linking waves',
    text: `Two waves of ${PERSONS} persons, seven hashed elements and two covariates; an element in 20 was answered differently, a fifth of the persons are new. Median of 3 rounds.`,
    headings: ['work', 'time', 'exact', 'tolerant', 'refused as ties'],
    rows: [
      [
        `\`linkWaves\`, ${PERSONS} x ${PERSONS}`,
        secondsText(time),
        share(counts.exact),
        share(counts.tolerant),
        share(counts.ambiguous),
      ],
    ],
    verdicts: [
      verdict(time < 10 && links.length > PERSONS / 2, `${PERSONS} by ${PERSONS} persons in less than 10 seconds`),
    ],
  };
}

function waves(): [CodedWave, CodedWave] {
  const random = seededRandom(20261122);
  const sizes = [31, 26, 26, 26, 26, 12, 10];
  const hash = (element: number, value: number) => `${element}-${value}-`.padEnd(64, '0123456789abcdef');
  const answers = sizes.map((size, element) =>
    Array.from({ length: PERSONS }, () => hash(element, Math.floor(random() * size))),
  );
  const facts = [6, 2].map((size) => Array.from({ length: PERSONS }, () => String(Math.floor(random() * size))));
  const isNew = Array.from({ length: PERSONS }, () => random() < 0.2);
  const again = answers.map((column, element) =>
    column.map((value, person) =>
      isNew[person] || random() < 0.05 ? hash(element, Math.floor(random() * sizes[element]!)) : value,
    ),
  );
  const elements = sizes.map((_, element) => `element-${element}`);
  return [
    { elements, hashes: answers, covariates: facts },
    { elements, hashes: again, covariates: facts },
  ];
}
