export { type CodeAnonymity, codeAnonymity, SMALLEST_LINKED_GROUP } from './code-anonymity.ts';
export type { CodedWave } from './coded-wave.ts';
export { type ExpectedFalseLinks, expectedFalseLinks } from './expected-false-links.ts';
export { type LinkedPersons, linkPersons } from './link-persons.ts';
export { type LinkageCounts, linkWaves, type WaveLink, type WaveLinkage } from './link-waves.ts';
