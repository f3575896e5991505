export {
  type LinearForm,
  type LinearMaximum,
  type LinearProblem,
  type LinearProgram,
  linearProgram,
} from './linear-program.ts';
export {
  type BoxMinimum,
  type BoxObjective,
  type MinimizeInBoxOptions,
  minimizeInBox,
} from './minimize-in-box.ts';
