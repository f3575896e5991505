import type { FormContent, FormPart } from '@peerscale/form';
import { loadCode } from '@peerscale/form/parts';

/**
 * The same form with the questions of its self-generated codes written in: a plan may leave them to the default set,
 * which is loaded on demand.
 *
 * @returns a promise that is rejected where they cannot be loaded
 */
export async function withCodes(content: FormContent): Promise<FormContent> {
  const { plan } = content;
  if (!plan.parts.some((part) => part.kind === 'code' && part.code === undefined)) return content;
  const parts = plan.parts.map(
    async (part): Promise<FormPart> => (part.kind === 'code' ? { ...part, code: await loadCode(part) } : part),
  );
  return { ...content, plan: { ...plan, parts: await Promise.all(parts) } };
}
