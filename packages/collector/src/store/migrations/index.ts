import type { Migration } from 'kysely/migration';
import { studiesAndResponses } from './0001-studies-and-responses.ts';
import { formsOfSeveralParts } from './0002-forms-of-several-parts.ts';
import { organisationsAndWaves } from './0003-organisations-and-waves.ts';
import { lettersToStaff } from './0004-letters-to-staff.ts';
import { idempotencyKeys } from './0005-idempotency-keys.ts';

/**
 * Every step from an empty database to the present tables, in the order of their names. Steps only go forward, and a
 * step that was ever released is never edited: the next one is added. `migrate` notices an edited one by its checksum.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-studies-and-responses': studiesAndResponses,
  '0002-forms-of-several-parts': formsOfSeveralParts,
  '0003-organisations-and-waves': organisationsAndWaves,
  '0004-letters-to-staff': lettersToStaff,
  '0005-idempotency-keys': idempotencyKeys,
};
