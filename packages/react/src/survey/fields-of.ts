import type { FormContent } from '@peerscale/form';
import { askedItems } from '@peerscale/form/answering';
import type { Field } from './field.ts';

/**
 * The questions of a form in order. In a form of one instrument they are named by the item ids alone, so that conditions
 * read as one would write them; in a plan the part comes before two underscores, which no id of a part has. Whatever else
 * one might join them by is no part of a selector, and SurveyJS makes selectors of names.
 */
export function fieldsOf({ plan, instruments }: FormContent): Field[] {
  const [first] = plan.parts;
  const alone = plan.parts.length === 1 && first?.kind === 'instrument' && first.id === plan.id;
  return plan.parts.flatMap((part): Field[] => {
    if (part.kind === 'text') return [];
    if (part.kind === 'instrument') {
      return askedItems(instruments[part.id]!.instrument, part).map(({ id: item }) => ({
        name: alone ? safe(item) : `${part.id}__${item}`,
        kind: 'item',
        part,
        item,
      }));
    }
    if (part.kind === 'code') {
      return (part.code?.elements ?? []).map((element) => ({
        name: `${part.id}__${element.id}`,
        kind: 'code',
        part,
        element,
      }));
    }
    return [{ name: part.id, kind: 'value', part }];
  });
}

/** SurveyJS loses its way where a question is called like something that every object has ("toString"). */
const safe = (name: string): string => (name in {} ? `${name}_` : name);
