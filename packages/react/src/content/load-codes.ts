import { type FormContent, type FormPart, loadCode } from '@peerscale/form';

/** Whether a form has a self-generated code whose questions are those of the default set, which is loaded on demand. */
export function lacksCodes({ plan }: FormContent): boolean {
  return plan.parts.some((part) => part.kind === 'code' && part.code === undefined);
}

/** The same form with those questions written in. @returns a promise that is rejected where they cannot be loaded */
export async function withCodes(content: FormContent): Promise<FormContent> {
  const parts = content.plan.parts.map(
    async (part): Promise<FormPart> => (part.kind === 'code' ? { ...part, code: await loadCode(part) } : part),
  );
  return { ...content, plan: { ...content.plan, parts: await Promise.all(parts) } };
}
