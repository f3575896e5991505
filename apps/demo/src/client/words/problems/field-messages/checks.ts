import type { FieldMessage } from './field-message.ts';

/** What the library that checks requests says by itself. */
export const checkMessages: readonly FieldMessage[] = [
  ['Invalid key: Expected {} but received undefined', 'This is missing.', 'Tohle chybí.'],
  ['Invalid key: Expected never but received {}', 'The server does not know {1}.', 'Server nezná: {1}.'],
  ['Invalid {}: Expected >={} but received {}', 'At least {2}.', 'Nejméně {2}.'],
  ['Invalid {}: Expected <={} but received {}', 'At most {2}.', 'Nejvýš {2}.'],
  ['Invalid integer: Received {}', 'Write a whole number.', 'Napište celé číslo.'],
  ['Invalid type: Expected number but received {}', 'Write a number.', 'Napište číslo.'],
  [
    ['Invalid {}: Received {}', 'Invalid {}: Expected {} but received {}'],
    'This does not fit here.',
    'Tohle sem nepatří.',
  ],
];
