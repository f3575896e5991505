export { type AdHocInstrumentOptions, adHocInstrument } from './ad-hoc-instrument.ts';
export {
  type Battery,
  type BatteryPart,
  batteryPartItems,
  batterySchema,
  validateBattery,
} from './battery.ts';
export { type BlankTextPack, blankTextPack } from './blank-text-pack.ts';
export { confidenceOf } from './confidence-of.ts';
export { type Checked, type DefinitionIssue, formatPath, shapeIssues } from './definition-issue.ts';
export {
  type Bands,
  type Coding,
  type CodingByScale,
  type Confidence,
  type Instrument,
  type Item,
  instrumentSchema,
  type LocalizedText,
  type MissingRule,
  type Norm,
  type Pole,
  type Respondent,
  type ResponseScale,
  type Scale,
} from './instrument.ts';
export { MISSING_REASONS, type MissingReason } from './missing-reason.ts';
export { isReversed, itemOf, type KeyedItem, responseScaleOf, scaleKey, scaleOf } from './scale-key.ts';
export { type TextPack, textPackSchema } from './text-pack.ts';
export { textPackChecksum } from './text-pack-checksum.ts';
export { validateInstrument } from './validate-instrument.ts';
export { validateTextPack } from './validate-text-pack.ts';
