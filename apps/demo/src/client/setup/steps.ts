/** The steps of the set-up, in the order in which they make most sense. */
export const STEPS = ['what', 'teams', 'groups', 'protection', 'waves', 'start'] as const;
export type Step = (typeof STEPS)[number];

/** The step that an address asks for; undefined where it asks for none. */
export function stepOf(search: string): Step | undefined {
  const asked = new URLSearchParams(search).get('step');
  return STEPS.find((step) => step === asked);
}
