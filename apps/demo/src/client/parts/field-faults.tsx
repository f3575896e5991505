import type { FieldError } from '../api/request.ts';
import { useWords } from '../language-context.ts';
import { fieldErrorText, fieldPathText, problemWords } from '../words/problems.ts';

/** What the server found wrong with each field, in the reader's language; nothing where there is nothing. */
export function FieldFaults({ errors }: { errors: readonly FieldError[] }) {
  const words = useWords(problemWords);
  if (errors.length === 0) return null;
  return (
    <ul>
      {errors.map((error) => (
        <li key={`${error.path} ${error.message}`}>
          <strong>{fieldPathText(error.path, words)}</strong>: {fieldErrorText(error, words)}
        </li>
      ))}
    </ul>
  );
}
