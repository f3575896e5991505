import type * as v from 'valibot';
import type { ProblemCode } from '../problem.ts';

/** Any schema that a document can be made of. */
export type Schema = v.GenericSchema;
/** What an answer holds: JSON of a schema, a file, or nothing. */
export type AnswerContent = Schema | 'csv' | 'calendar' | 'text' | 'spss' | 'nothing';

/** What the document says of a route, beside what follows from its name and from who may use it. */
export interface Operation {
  readonly tag:
    | 'open studies'
    | 'accounts'
    | 'studies'
    | 'waves'
    | 'invitations'
    | 'actions'
    | 'exports'
    | 'results'
    | 'answers'
    | 'audit'
    | 'server';
  readonly summary: string;
  readonly query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  readonly body?: Schema;
  /** whether an `Idempotency-Key` of the client makes it safe to ask again */
  readonly idempotent?: boolean;
  /** whether the body may be CSV as well */
  readonly takesCsv?: boolean;
  readonly answers: Readonly<Partial<Record<200 | 201 | 202 | 204 | 304, AnswerContent | readonly AnswerContent[]>>>;
  /** what can go wrong here besides what can anywhere: its status is documented */
  readonly problems?: readonly ProblemCode[];
}
