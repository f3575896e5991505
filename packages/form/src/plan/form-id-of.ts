import type { FormContent } from './form-content.ts';

/**
 * What a draft is a draft of: the plan and the instruments it names, with versions. Not the language: answers stay when
 * it changes.
 */
export function formIdOf({ plan, instruments }: FormContent): string {
  const named = plan.parts.flatMap((part) => {
    const content = part.kind === 'instrument' ? instruments[part.id]?.instrument : undefined;
    return content === undefined ? [] : [`${part.id}=${content.id}@${content.version}`];
  });
  return [`${plan.id}@${plan.version}`, ...named].join(' ');
}
