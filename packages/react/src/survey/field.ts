import type {
  Answers,
  CodeElement,
  CodePart,
  FormAnswers,
  FormPart,
  InstrumentPart,
  QuestionValue,
} from '@peerscale/form';

/** A SurveyJS question of the form, and where its answer goes. */
export type Field =
  | { readonly name: string; readonly kind: 'item'; readonly part: InstrumentPart; readonly item: string }
  | { readonly name: string; readonly kind: 'code'; readonly part: CodePart; readonly element: CodeElement }
  | {
      readonly name: string;
      readonly kind: 'value';
      readonly part: Exclude<FormPart, { kind: 'instrument' | 'code' | 'text' }>;
    };

/** The id under which an answer is kept beside its part: that of the item, else of the part itself. */
export const itemOf = (field: Field): string => (field.kind === 'item' ? field.item : field.part.id);

/** What a question of the form is answered with; null where it is open. */
export function fieldAnswer(answers: FormAnswers, field: Field): QuestionValue {
  const given = Object.hasOwn(answers, field.part.id) ? answers[field.part.id]! : null;
  if (field.kind !== 'item' || given === null) return given as QuestionValue;
  const items = given as Answers;
  return (Object.hasOwn(items, field.item) ? items[field.item]! : null) as QuestionValue;
}
