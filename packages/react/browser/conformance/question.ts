import type { Instrument } from '@peerscale/core';
import { askedItems, defaultSelfGeneratedCode, type FormPart } from '@peerscale/form';
import type { ConformanceForm } from './forms.ts';

/** A question as somebody meets it on the page, in order. */
export interface Asked {
  readonly part: FormPart;
  /** the item, or the id of the part */
  readonly item: string;
  readonly kind: 'radio' | 'text' | 'consent' | 'code';
  /** options of a radio group, fields of a code, else 1 */
  readonly size: number;
  readonly required: boolean;
}

export function partsOf({ plan, instruments: [first] }: ConformanceForm): readonly FormPart[] {
  return plan?.parts ?? [{ kind: 'instrument', id: first!.id, instrument: first!.id, version: first!.version }];
}

export const instrumentOf = ({ instruments }: ConformanceForm, id: string): Instrument =>
  instruments.find((one) => one.id === id)!;

export function questionsOf(form: ConformanceForm): Asked[] {
  return partsOf(form).flatMap((part): Asked[] => {
    const one = { part, item: part.id, size: 1, required: 'required' in part && part.required === true };
    switch (part.kind) {
      case 'text':
        return [];
      case 'instrument': {
        const instrument = instrumentOf(form, part.instrument);
        return askedItems(instrument, part).map(({ id, responseScale }) => {
          const size = instrument.responseScales.find((scale) => scale.id === responseScale)!.codes.length;
          return { ...one, item: id, kind: 'radio', size };
        });
      }
      case 'consent':
        return [{ ...one, kind: 'consent', required: part.mustAgree }];
      case 'code':
        return [{ ...one, kind: 'code', size: (part.code ?? defaultSelfGeneratedCode).elements.length }];
      case 'choice':
        return [{ ...one, kind: 'radio', size: part.options.length }];
      default:
        return [{ ...one, kind: 'text' }];
    }
  });
}
