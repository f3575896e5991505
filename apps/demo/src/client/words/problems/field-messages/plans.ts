import type { FieldMessage } from './field-message.ts';

/** What a group is asked. */
export const planMessages: readonly FieldMessage[] = [
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
  // the shape of a plan that was written by hand
  [
    'must be lower-case words with hyphens',
    'This takes lower-case letters from a to z and digits, in words joined by hyphens, a letter first.',
    'Patří sem malá písmena bez diakritiky a číslice, slova spojená spojovníky, první je písmeno.',
  ],
  ['must be MAJOR.MINOR.PATCH', 'A version is three numbers, such as 1.0.0.', 'Verze jsou tři čísla, třeba 1.0.0.'],
  [
    'must be letter, letters, day, count or digits',
    'Choose one of these: letter, letters, day, count, digits.',
    'Vyberte z těchto možností: letter, letters, day, count, digits.',
  ],
  [
    'must be a short text',
    'This needs 1 to 64 characters, with no space around them.',
    'Je potřeba 1 až 64 znaků, bez mezer kolem nich.',
  ],
  ['must be true or false', 'Write true or false.', 'Napište true, nebo false.'],
  ['must be a number', 'Write a number.', 'Napište číslo.'],
  ['must be a whole number from {}', 'Write a whole number, at least {1}.', 'Napište celé číslo, nejméně {1}.'],
  [
    'must be between {} and {}',
    'Write a number above {1} and below {2}.',
    'Napište číslo větší než {1} a menší než {2}.',
  ],
  ['must not be below {}', 'At least {1}.', 'Nejméně {1}.'],
  ['must have at least {} characters', 'At least {1} characters.', 'Nejméně {1} znaků.'],
  [
    'must be wording by language',
    'This needs a wording for each language, such as { "en": "…" }, and none may be empty.',
    'Je potřeba znění pro každý jazyk, třeba { "cs": "…" }, a žádné nesmí být prázdné.',
  ],
  ['must be an object', 'This needs fields in curly brackets.', 'Sem patří pole ve složených závorkách.'],
  [
    ['must be a list with at least one entry', 'must be a list with at least one part'],
    'This needs a list with one entry at least.',
    'Je potřeba seznam alespoň s jednou položkou.',
  ],
  [
    'must be peerscale/form-plan@{}',
    'This has to be “peerscale/form-plan@{1}”.',
    'Musí tu být „peerscale/form-plan@{1}“.',
  ],
  ['has the same {} twice', 'Two entries have the same {1}.', 'Dvě položky mají stejné {1}.'],
  ['is there already', 'This is in the plan already.', 'Tohle už v plánu je.'],
  ['there is no part "{}"', 'There is no part of the kind “{1}”.', 'Část druhu „{1}“ není.'],
];
