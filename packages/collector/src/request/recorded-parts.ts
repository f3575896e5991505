import type { FormPart, FormPlan, TextPart } from '@peerscale/form';

/** What a plan asks that a record has a place for: of a consent that must be given, the record itself says that it was. */
export function recordedParts({ parts }: FormPlan): Exclude<FormPart, TextPart>[] {
  return parts.filter((part) => part.kind !== 'text' && !(part.kind === 'consent' && part.mustAgree)) as Exclude<
    FormPart,
    TextPart
  >[];
}

/** Whether a form of this plan hands over a form record: it is a response record where one instrument is all there is. */
export function hasFormRecord(plan: FormPlan): boolean {
  const recorded = recordedParts(plan);
  return recorded.length !== 1 || recorded[0]!.kind !== 'instrument';
}
