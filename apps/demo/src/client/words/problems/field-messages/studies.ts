import type { FieldMessage } from './field-message.ts';

/** A study, its waves, and the links and letters to them. */
export const studyMessages: readonly FieldMessage[] = [
  // the study
  ['names no language', 'Choose one language at least.', 'Vyberte alespoň jeden jazyk.'],
  ['names a language twice', 'A language is there twice.', 'Některý jazyk je tu dvakrát.'],
  [
    'keep the languages in which people have answered',
    'Languages in which people have answered have to stay.',
    'Jazyky, ve kterých už někdo odpověděl, musí zůstat.',
  ],
  [
    'is below minimumGroupSize',
    'This may not be smaller than the smallest group that is shown.',
    'Nesmí být menší než nejmenší zobrazovaná skupina.',
  ],
  ['is below {}', 'At least {1}.', 'Nejméně {1}.'],
  [
    'was told to respondents, and can only be raised',
    'Respondents were told this number. It can only be raised.',
    'Toto číslo bylo řečeno respondentům. Lze ho jen zvýšit.',
  ],
  [
    'was told to respondents, and can only be lowered',
    'Respondents were told this number. It can only be lowered.',
    'Toto číslo bylo řečeno respondentům. Lze ho jen snížit.',
  ],
  [
    'stays as it was when the study opened',
    'This cannot change any more once the study has been opened.',
    'Po zahájení studie už to změnit nelze.',
  ],
  // waves and days
  ['is not a day as YYYY-MM-DD', 'This is not a day.', 'Tohle není den.'],
  ['is not in the calendar', 'There is no such day.', 'Takový den v kalendáři není.'],
  ['names a day twice', 'A day is there twice.', 'Některý den je tu dvakrát.'],
  ['is before opensOn', 'The last day is before the first.', 'Poslední den je před prvním.'],
  [
    'has a day on which the wave is not open',
    'A reminder is on a day on which the wave is not open.',
    'Některá připomínka připadá na den, kdy vlna není otevřená.',
  ],
  ['names a team and group twice', 'A team and group are there twice.', 'Některý tým a skupina jsou tu dvakrát.'],
  ['has more than {} entries', 'At most {1} entries.', 'Nejvýš {1} položek.'],
  [
    ['is no wave of the study', 'is not the id of a wave', 'is not the number of a wave'],
    'The study has no such wave.',
    'Studie takovou vlnu nemá.',
  ],
  ['is not the id of an instrument', 'There is no such questionnaire.', 'Takový dotazník není.'],
  // links and letters
  ['asks for more than {} links at once', 'At most {1} links at once.', 'Nejvýš {1} odkazů najednou.'],
  ['names nobody', 'Write one address at least.', 'Napište alespoň jednu adresu.'],
  ['names somebody twice', 'An address is there twice.', 'Některá adresa je tu dvakrát.'],
  ['has more than {} addresses', 'At most {1} addresses at once.', 'Nejvýš {1} adres najednou.'],
];
