/** A sentence of the server, with `{}` for what differs, and what people read in its place: `{1}` is the first of those. */
type FieldMessage = readonly [server: string, en: string, cs: string];

/**
 * What is wrong with a field, by the server's own sentence: its code says no more than that the value does not fit. The
 * first that fits is taken.
 */
export const fieldMessages: readonly FieldMessage[] = [
  // texts and names
  ['is empty', 'Please fill this in.', 'Vyplňte to prosím.'],
  ['has more than {} characters', 'At most {1} characters.', 'Nejvýš {1} znaků.'],
  ['holds half a character', 'This holds half a character.', 'Je tu jen polovina znaku.'],
  [
    'holds a character that breaks the line or turns its direction',
    'This holds a character that breaks the line or turns its direction. Type it anew.',
    'Je tu znak, který láme řádek nebo obrací směr psaní. Napište to znovu.',
  ],
  [
    'holds a character that is not shown',
    'This holds a character that is not shown. Type it anew.',
    'Je tu znak, který není vidět. Napište to znovu.',
  ],
  ['is not a text of {} to {} characters', 'This needs {1} to {2} characters.', 'Je potřeba {1} až {2} znaků.'],
  ['is not a text', 'Please write a text.', 'Napište prosím text.'],
  ['is in no language', 'This needs a wording in one language at least.', 'Je potřeba znění alespoň v jednom jazyce.'],
  ['is in more than {} languages', 'At most {1} languages.', 'Nejvýš {1} jazyků.'],
  // accounts
  ['is not an e-mail address', 'This is not an e-mail address.', 'Tohle není e-mailová adresa.'],
  [
    'holds a letter other than a to z; write a domain of other letters in its xn-- form',
    'An e-mail address has letters from a to z only. Write a domain with other letters in its xn-- form.',
    'E-mailová adresa má jen písmena a až z bez diakritiky. Doménu s jinými písmeny napište v podobě xn--.',
  ],
  ['is not a language tag', 'This is not a language.', 'Tohle není jazyk.'],
  ['is not one of {}', 'Choose one of these: {1}.', 'Vyberte z těchto možností: {1}.'],
  [
    'is given for a lead, and for nobody else',
    'A team lead needs a team; other roles have none.',
    'Vedoucí týmu potřebuje tým; ostatní role tým nemají.',
  ],
  [
    'are not an entry number and its hash of 64 hexadecimal digits',
    'Write the number of a line and its checksum of 64 digits and letters from a to f.',
    'Napište číslo řádku a jeho kontrolní součet: 64 číslic a písmen a až f.',
  ],
  [
    'is not base64url',
    'The passkey was not read. Please try again.',
    'Přístupový klíč se nepodařilo přečíst. Zkuste to znovu.',
  ],
  // teams and groups
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
  // what a group is asked
  ['needs a plan or a battery', 'Choose what this group is asked.', 'Vyberte, na co se této skupiny zeptáte.'],
  [
    'is no battery that is installed here',
    'This set of questionnaires is not installed here.',
    'Tato sada dotazníků tu není nainstalována.',
  ],
  [
    'is not asked by this battery',
    'This set of questionnaires does not ask such people.',
    'Tato sada se takových lidí neptá.',
  ],
  ['has no instrument', 'Choose one questionnaire at least.', 'Vyberte alespoň jeden dotazník.'],
  ['has more than {} parts', 'At most {1} parts.', 'Nejvýš {1} částí.'],
  [
    'asks for a code, and the study links nobody',
    'It asks for a code, but the study does not link answers over time.',
    'Ptá se na kód, ale studie odpovědi v čase nepropojuje.',
  ],
  ['asks for a code twice', 'It asks for a code twice.', 'Na kód se ptá dvakrát.'],
  [
    'has a value that is a reason for a missing answer: {}',
    'These values are kept for missing answers: {1}.',
    'Tyto hodnoty jsou vyhrazeny pro chybějící odpovědi: {1}.',
  ],
  ['is above {}', 'At most {1}.', 'Nejvýš {1}.'],
  [
    '{} of {} is not asked in this wave',
    '“{1}” of “{2}” is not asked in this wave.',
    'Skupiny „{1}“ týmu „{2}“ se tato vlna neptá.',
  ],
  ['is not asked in this wave', 'This is not asked in this wave.', 'Tato vlna se jich neptá.'],
  ['is not asked in this team', 'This group is not asked in this team.', 'Této skupiny se v tomto týmu neptáte.'],
  [
    '{}@{} has no wording in {}',
    'The questionnaire {1} has no wording in {3}.',
    'Dotazník {1} nemá znění v jazyce {3}.',
  ],
  ['has no wording in {}', 'The wording in {1} is missing.', 'Chybí znění v jazyce {1}.'],
  [
    '{}@{} is not installed here',
    'The questionnaire {1} {2} is not installed here.',
    'Dotazník {1} {2} tu není nainstalován.',
  ],
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
  ['is no wave of the study', 'The study has no such wave.', 'Studie takovou vlnu nemá.'],
  ['is not the id of a wave', 'The study has no such wave.', 'Studie takovou vlnu nemá.'],
  ['is not the number of a wave', 'The study has no such wave.', 'Studie takovou vlnu nemá.'],
  ['is not the id of an instrument', 'There is no such questionnaire.', 'Takový dotazník není.'],
  // links and letters
  ['asks for more than {} links at once', 'At most {1} links at once.', 'Nejvýš {1} odkazů najednou.'],
  ['names nobody', 'Write one address at least.', 'Napište alespoň jednu adresu.'],
  ['names somebody twice', 'An address is there twice.', 'Některá adresa je tu dvakrát.'],
  ['has more than {} addresses', 'At most {1} addresses at once.', 'Nejvýš {1} adres najednou.'],
  // lists and files
  ['is none of {}', 'Choose one of these: {1}.', 'Vyberte z těchto možností: {1}.'],
  ['is neither true nor false', 'Choose yes or no.', 'Vyberte ano, nebo ne.'],
  ['is not a whole number from {} to {}', 'Write a whole number from {1} to {2}.', 'Napište celé číslo od {1} do {2}.'],
  [
    'is not what an earlier answer had as `next`',
    'The list has changed. Load the page again.',
    'Seznam se změnil. Načtěte stránku znovu.',
  ],
  // what the library that checks requests says by itself
  ['Invalid key: Expected {} but received undefined', 'This is missing.', 'Tohle chybí.'],
  ['Invalid key: Expected never but received {}', 'The server does not know {1}.', 'Server nezná: {1}.'],
  ['Invalid {}: Expected >={} but received {}', 'At least {2}.', 'Nejméně {2}.'],
  ['Invalid {}: Expected <={} but received {}', 'At most {2}.', 'Nejvýš {2}.'],
  ['Invalid integer: Received {}', 'Write a whole number.', 'Napište celé číslo.'],
  ['Invalid type: Expected number but received {}', 'Write a number.', 'Napište číslo.'],
  ['Invalid type: Expected {} but received {}', 'This does not fit here.', 'Tohle sem nepatří.'],
  ['Invalid {}: Received {}', 'This does not fit here.', 'Tohle sem nepatří.'],
  ['Invalid {}: Expected {} but received {}', 'This does not fit here.', 'Tohle sem nepatří.'],
];
