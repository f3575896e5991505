import type { CodePart } from '../plan/form-plan.ts';
import type { SelfGeneratedCode } from './self-generated-code.ts';

/**
 * The questions of a code part: its own, else the default set, which is loaded on demand.
 *
 * @returns a promise that is rejected where the default set cannot be loaded
 */
export async function loadCode({ code }: CodePart): Promise<SelfGeneratedCode> {
  return code ?? (await import('./default-self-generated-code.ts')).defaultSelfGeneratedCode;
}
