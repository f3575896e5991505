import type { FieldMessage } from './field-message.ts';

/** Accounts. */
export const accountMessages: readonly FieldMessage[] = [
  ['is not an e-mail address', 'This is not an e-mail address.', 'Tohle není e-mailová adresa.'],
  [
    'holds a letter other than a to z; write a domain of other letters in its xn-- form',
    'An e-mail address has letters from a to z only. Write a domain with other letters in its xn-- form.',
    'E-mailová adresa má jen písmena a až z bez diakritiky. Doménu s jinými písmeny napište v podobě xn--.',
  ],
  ['is not a language tag', 'This is not a language.', 'Tohle není jazyk.'],
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
];
