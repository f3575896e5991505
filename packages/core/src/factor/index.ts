export {
  type OneFactorMethod,
  type OneFactorModel,
  type OneFactorOptions,
  oneFactorModel,
} from './one-factor-model.ts';
