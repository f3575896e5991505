import type { FieldMessage } from './field-message.ts';

/** Teams and groups. */
export const teamMessages: readonly FieldMessage[] = [
  [
    'is not lower-case words joined by hyphens',
    'An id has lower-case letters from a to z and digits, in words joined by hyphens.',
    'Id má malá písmena bez diakritiky a číslice, slova spojená spojovníky.',
  ],
  ['has an id twice', 'Two teams have the same id.', 'Dva týmy mají stejné id.'],
  ['names no team', 'Name one team at least.', 'Uveďte alespoň jeden tým.'],
  ['names more than {} teams', 'At most {1} teams at once.', 'Nejvýš {1} týmů najednou.'],
  [
    'would be {}, of at most {}',
    'A study has at most {2} teams; it would be {1}.',
    'Studie má nejvýš {2} týmů; bylo by jich {1}.',
  ],
  ['has no header line', 'The line with the names of the columns is missing.', 'Chybí řádek s názvy sloupců.'],
  ['is followed by no team', 'Below the names of the columns there is no team.', 'Pod názvy sloupců není žádný tým.'],
  ['is followed by more than {} teams', 'At most {1} teams.', 'Nejvýš {1} týmů.'],
  [
    'column {} is "{}", not one of {}',
    'Column {1} is called “{2}”; possible are {3}.',
    'Sloupec {1} se jmenuje „{2}“; možné jsou název, nadřazený, prostředí a kód (nebo {3}).',
  ],
  [
    'does not have as many cells as the header',
    'This line has more or fewer cells than there are columns.',
    'Tento řádek má víc nebo méně buněk, než je sloupců.',
  ],
  ['has a quotation mark that is not closed', 'A quotation mark is not closed.', 'Uvozovky tu nejsou uzavřené.'],
  [
    '"{}" is on line {} already',
    'The id “{1}” is on line {2} already. Each team needs its own: change the name, or write another id.',
    'Kód „{1}“ už je na řádku {2}. Každý tým potřebuje vlastní: změňte název, nebo napište jiný kód.',
  ],
  [
    '"{}" is a team of no study',
    'No study has the team “{1}”. Choose one from the list.',
    'Tým „{1}“ není v žádné studii. Vyberte ze seznamu.',
  ],
  ['"{}" is no team of the study', 'The study has no team “{1}”.', 'Studie nemá tým „{1}“.'],
  [
    '"{}" is the name of two teams; write the id',
    '“{1}” is the name of two teams. Write the id.',
    '„{1}“ je jméno dvou týmů. Napište id.',
  ],
  [
    '"{}" is neither an id nor a name of a team',
    '“{1}” is neither the id nor the name of a team.',
    '„{1}“ není ani id, ani jméno týmu.',
  ],
  ['is more than {} levels deep', 'A team lies at most {1} levels deep.', 'Tým leží nejvýš v hloubce {1} úrovní.'],
  ['would be one of more than {}', 'A study has at most {1} groups.', 'Studie má nejvýš {1} skupin.'],
  ['there is no team', 'The study has no team yet.', 'Studie zatím nemá žádný tým.'],
  [
    'there is no group of respondents',
    'The study has no group of people to ask yet.',
    'Studie zatím nemá žádnou skupinu lidí.',
  ],
];
