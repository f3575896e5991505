export interface ProgressProps {
  readonly id: string;
  /** The state in words: it names the bar, too. */
  readonly text: string;
  readonly answered: number;
  readonly total: number;
}

/** How far one has come, in words and as a bar; it stays in view while one scrolls. Speaking is done by the form. */
export function Progress({ id, text, answered, total }: ProgressProps) {
  return (
    <div className="peerscale-progress">
      <span id={id} className="peerscale-progress-text">
        {text}
      </span>
      <progress className="peerscale-progress-bar" aria-labelledby={id} value={answered} max={total} />
    </div>
  );
}
