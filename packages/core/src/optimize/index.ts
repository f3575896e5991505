export {
  type BoxMinimum,
  type BoxObjective,
  type MinimizeInBoxOptions,
  minimizeInBox,
} from './minimize-in-box.ts';
