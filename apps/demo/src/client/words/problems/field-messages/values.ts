import type { FieldMessage } from './field-message.ts';

/** Any text, list or value. */
export const valueMessages: readonly FieldMessage[] = [
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
  // lists and files
  [
    ['is none of {}', 'is not one of {}', 'say which of {}'],
    'Choose one of these: {1}.',
    'Vyberte z těchto možností: {1}.',
  ],
  ['is neither true nor false', 'Choose yes or no.', 'Vyberte ano, nebo ne.'],
  ['is not a whole number from {} to {}', 'Write a whole number from {1} to {2}.', 'Napište celé číslo od {1} do {2}.'],
  [
    'is not what an earlier answer had as `next`',
    'The list has changed. Load the page again.',
    'Seznam se změnil. Načtěte stránku znovu.',
  ],
];
