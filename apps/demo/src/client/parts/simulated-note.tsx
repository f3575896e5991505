import { useLanguage } from '../language-context.ts';

/** Stands on every page that shows or takes answers of a study that began with simulated ones. */
export function SimulatedNote() {
  const { words } = useLanguage();
  return (
    <p className="note simulated">
      <strong>{words.simulated.label}.</strong> {words.simulated.text}
    </p>
  );
}
