import { letterOf } from '../letter-of.ts';
import type { TableData } from './table-data.ts';

const MOST_WRITTEN_OUT = 4;

/**
 * A letter for each reason why figures of a table are not shown, where writing the reasons into the cells would drown the
 * figures; empty where there are few.
 */
export function lettersOf({ rows }: TableData): ReadonlyMap<string, string> {
  const reasons = rows
    .flat()
    .flatMap((cell) => (cell !== null && typeof cell !== 'string' && 'hidden' in cell ? [cell.hidden] : []));
  if (reasons.length <= MOST_WRITTEN_OUT) return new Map();
  return new Map([...new Set(reasons)].map((reason, place) => [reason, letterOf(place)]));
}
