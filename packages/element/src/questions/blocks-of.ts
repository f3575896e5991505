import {
  askedItems,
  type FormContent,
  type FormPart,
  hasPlanText,
  type InstrumentPart,
  type PlanText,
  planText,
} from '@peerscale/form';
import { ContentError } from '../content/content-error.ts';
import type { Block } from './block.ts';
import type { Question, RadioQuestion } from './question.ts';

/** More columns than this leave no room for a hand or a label. */
const MAX_COLUMNS = 7;

/**
 * The form as stretches of questions, in order: what is drawn, as a list or one by one.
 *
 * @throws ContentError `text-pack-missing-language` where a text of the plan is not there in the language of the form:
 *   words of consent that somebody cannot read bind nobody
 */
export function blocksOf(content: FormContent): Block[] {
  return content.plan.parts.flatMap((part) =>
    part.kind === 'instrument' ? instrumentBlocks(part, content) : [partBlock(part, content.locale)],
  );
}

/** One block for each run of items with the same answers, so that anchors stand above their own columns only. */
function instrumentBlocks(part: InstrumentPart, content: FormContent): Block[] {
  const { instrument, textPack } = content.instruments[part.id]!;
  const runs: { scale: string; questions: RadioQuestion[] }[] = [];
  for (const { id, responseScale } of askedItems(instrument, part)) {
    const labels = textPack.responseScales[responseScale]!.labels;
    const codes = instrument.responseScales.find((scale) => scale.id === responseScale)!.codes;
    const question: RadioQuestion = {
      kind: 'radio',
      part: part.id,
      item: id,
      text: textPack.items[id]!,
      hint: null,
      required: part.required === true,
      options: codes.map((code) => ({ value: code, label: labels[String(code)]! })),
    };
    const last = runs.at(-1);
    if (last?.scale === responseScale) last.questions.push(question);
    else runs.push({ scale: responseScale, questions: [question] });
  }
  return runs.map(({ questions }, at) => {
    const labels = questions[0]!.options.map(({ label }) => label);
    return {
      part: part.id,
      locale: textPack.locale,
      title: at === 0 ? textPack.title : null,
      prose: at === 0 ? textPack.instructions : null,
      questions,
      anchors: labels.length <= MAX_COLUMNS ? labels : null,
    };
  });
}

function partBlock(part: Exclude<FormPart, InstrumentPart>, locale: string): Block {
  const say = (text: PlanText, at: string): string => {
    if (hasPlanText(text, locale)) return planText(text, locale).text;
    throw new ContentError('text-pack-missing-language', `plan.${part.id}.${at} is not there in ${locale}`);
  };
  const maybe = (text: PlanText | undefined, at: string) => (text === undefined ? null : say(text, at));
  const place = { part: part.id, item: part.id };
  const block = (questions: Question[], title: string | null = null, prose: string | null = null): Block => ({
    part: part.id,
    locale,
    title,
    prose,
    questions,
    anchors: null,
  });
  switch (part.kind) {
    case 'text':
      return block([], maybe(part.title, 'title'), say(part.text, 'text'));
    case 'consent': {
      const title = say(part.title, 'title');
      const agree = maybe(part.agree, 'agree');
      const question = { kind: 'consent', ...place, text: title, hint: null, required: part.mustAgree, agree } as const;
      return block([question], title, say(part.text, 'text'));
    }
    case 'code': {
      const elements = (part.code?.elements ?? []).map((element) => ({
        element,
        text: say(element.question, element.id),
        hint: maybe(element.hint, `${element.id}.hint`),
      }));
      return block([{ kind: 'code', ...place, text: '', hint: null, required: false, key: part.key, elements }]);
    }
    default:
      break;
  }
  const asked = {
    ...place,
    text: say(part.question, 'question'),
    hint: maybe(part.hint, 'hint'),
    required: part.required === true,
  };
  if (part.kind === 'choice') {
    const options = part.options.map(({ value, text }) => ({ value, label: say(text, `options.${value}`) }));
    return block([{ kind: 'radio', ...asked, options }]);
  }
  if (part.kind === 'number') {
    const { minimum = -Infinity, maximum = Infinity, whole = false } = part;
    return block([{ kind: 'number', ...asked, minimum, maximum, whole, unit: maybe(part.unit, 'unit') }]);
  }
  const maximumLength = part.maximumLength ?? (part.kind === 'short-text' ? 200 : 2_000);
  return block([{ kind: part.kind, ...asked, maximumLength }]);
}
