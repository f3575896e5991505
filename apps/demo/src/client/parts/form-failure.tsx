import { useEffect, useRef } from 'react';
import { FieldFaults } from './field-faults.tsx';
import type { Submit } from './use-submit.ts';

/**
 * What went wrong with a form: takes the focus, so that it is read at once.
 *
 * @param shownElsewhere paths whose errors stand beside their fields
 */
export function FormFailure({ submit, shownElsewhere = [] }: { submit: Submit; shownElsewhere?: readonly string[] }) {
  const note = useRef<HTMLDivElement>(null);
  const { failure, errors } = submit;
  // a second failure of the same kind is read again
  useEffect(() => {
    if (failure !== undefined && !submit.busy) note.current?.focus();
  }, [failure, submit.busy]);
  if (failure === undefined) return null;
  const others = errors.filter(({ path }) => !shownElsewhere.some((one) => path === one || path.startsWith(`${one}.`)));
  return (
    <div className="note warning" role="alert" ref={note} tabIndex={-1}>
      <p>{failure}</p>
      <FieldFaults errors={others} />
    </div>
  );
}
