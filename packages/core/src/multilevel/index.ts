export { type GroupIds, groupIds } from './group-ids.ts';
export { type LikelihoodRatioTest, likelihoodRatioTest } from './likelihood-ratio-test.ts';
export { mixedModel } from './mixed-model.ts';
export type {
  FixedColumn,
  FixedEffect,
  FixedTerm,
  MixedModel,
  MixedModelData,
  MixedModelIssue,
  MixedModelOptions,
  PredictedEffects,
  RandomGroup,
  VarianceComponent,
} from './mixed-model-types.ts';
export { treatmentContrasts } from './treatment-contrasts.ts';
