export { type AdHocInstrumentOptions, adHocInstrument } from './ad-hoc-instrument.ts';
export { type Checked, type DefinitionIssue, formatPath } from './definition-issue.ts';
export {
  type Coding,
  type CodingByScale,
  type Instrument,
  type Item,
  instrumentSchema,
  type LocalizedText,
  type MissingRule,
  type Pole,
  type ResponseScale,
  type Scale,
} from './instrument.ts';
export { isReversed, itemOf, type KeyedItem, responseScaleOf, scaleKey, scaleOf } from './scale-key.ts';
export { type TextPack, textPackSchema } from './text-pack.ts';
export { textPackChecksum } from './text-pack-checksum.ts';
export { validateInstrument } from './validate-instrument.ts';
export { validateTextPack } from './validate-text-pack.ts';
