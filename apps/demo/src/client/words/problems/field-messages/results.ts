import type { FieldMessage } from './field-message.ts';

/** Addresses of results, and files for analysts. */
export const resultsMessages: readonly FieldMessage[] = [
  [
    'is no wave that was started',
    'The study has no such wave, or it has not begun.',
    'Studie takovou vlnu nemá, nebo ještě nezačala.',
  ],
  ['is not closed yet', 'This wave is not closed yet.', 'Tato vlna ještě není uzavřená.'],
  ['is not after from', 'This wave is not after the first one.', 'Tato vlna nenásleduje po té první.'],
  ['is no team of the wave', 'There is no such team in this wave.', 'Takový tým v této vlně není.'],
  ['is no group of the wave', 'There is no such group in this wave.', 'Taková skupina v této vlně není.'],
  ['is no setting of the wave', 'There is no such setting in this wave.', 'Takové prostředí v této vlně není.'],
  [
    'cannot be asked for beside a team',
    'A setting cannot be chosen together with a team.',
    'Prostředí nelze vybrat zároveň s týmem.',
  ],
  [
    'is not an instrument and one of its scales',
    'This is not a questionnaire and one of its scales.',
    'Tohle není dotazník a jeho škála.',
  ],
  ['was not asked in this wave', 'This scale was not asked in this wave.', 'Na tuto škálu se v této vlně neptalo.'],
  ['was not asked for the outcome', 'This group was not asked about it.', 'Této skupiny se na to nikdo neptal.'],
  [
    'has {} scales beside it; at most {} are compared here',
    'There are {1} other scales; at most {2} can be compared.',
    'Dalších škál je {1}; porovnat jich lze nejvýš {2}.',
  ],
  [
    'is about more people than are compared here in good time',
    'These are more people than the server can compare in good time.',
    'Je to víc lidí, než kolik server dokáže včas porovnat.',
  ],
  [
    'was not asked; there are {}',
    'This questionnaire was not asked in a closed wave; these were: {1}.',
    'Na tento dotazník se v žádné uzavřené vlně neptalo; jsou tu tyto: {1}.',
  ],
  [
    'choose one wave: there are more than {} records',
    'One file holds at most {1} people. Choose a single wave.',
    'Do jednoho souboru se vejde nejvýš {1} lidí. Vyberte jedinou vlnu.',
  ],
];
