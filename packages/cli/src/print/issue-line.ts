import { type DefinitionIssue, formatPath } from '@peerscale/core';
import type { JsonProblem } from '../input/read-json.ts';
import { safeText } from './safe-text.ts';

/** An issue of a definition or text pack on one line: its path into the file, then what is wrong there. */
export const definitionIssueLine = ({ path, message }: DefinitionIssue): string =>
  `${safeText(formatPath(path), 200)}: ${safeText(message, 300)}`;

/** A problem of the JSON text on one line: where, as an editor counts, then what. */
export const problemLine = ({ line, column, message }: JsonProblem): string =>
  `line ${line}, column ${column}: ${message}`;
