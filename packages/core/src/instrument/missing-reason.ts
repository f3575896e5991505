/** Why there is no code: the order is the code of the reason in a table's `missing` column, 0 standing for "answered". */
export const MISSING_REASONS = ['not-asked', 'skipped', 'refused', 'dont-know', 'not-applicable'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];
