import type { RouteName } from '../../access/permissions.ts';
import type { Operation } from '../operation.ts';
import { access } from './access.ts';
import { exports } from './exports.ts';
import { openStudies } from './open-studies.ts';
import { respondents } from './respondents.ts';
import { results } from './results.ts';
import { studies } from './studies.ts';

/** What the document says of each route; the compiler sees to it that none is missing. */
export const operations: Readonly<Record<RouteName, Operation>> = {
  ...openStudies,
  ...access,
  ...studies,
  ...exports,
  ...results,
  ...respondents,
} satisfies Record<RouteName, Operation>;
