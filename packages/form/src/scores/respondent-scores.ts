import { type ScoreReceipt, scoreBand, scoreResponse } from '@peerscale/core';
import { messageLanguage } from '../messages/message-language.ts';
import { askedItems } from '../plan/asked-items.ts';
import type { FormContent, InstrumentContent } from '../plan/form-content.ts';
import type { InstrumentPart, ScoreDisplay, ShownScale } from '../plan/form-plan.ts';
import { type ChosenText, planText } from '../plan/plan-text.ts';
import type { Answers } from '../record/answers.ts';
import { allAnswers } from '../record/build-response-record.ts';
import { differingCoding } from '../record/coding-of.ts';
import type { FormAnswers } from '../record/form-answers.ts';
import { formatMessage } from '../text/format-message.ts';
import { type ScoreInterval, scoreInterval } from './score-interval.ts';
import { type ScoreMessages, scoreMessages } from './score-messages.ts';

/** One score as a respondent is shown it: the figures, and the same in words. */
export interface RespondentScore {
  readonly part: string;
  readonly scale: string;
  readonly name: ChosenText;
  /** how the score came about; `receipt.value` is null where too little was answered */
  readonly receipt: ScoreReceipt;
  readonly interval: ScoreInterval | null;
  /** what to show, in order, each with the language it is in: the instrument may have no words in the one asked for */
  readonly sentences: readonly ChosenText[];
}

/** A respondent's own scores with the texts around them. */
export interface RespondentScores {
  readonly texts: ScoreMessages;
  /** the language of the texts */
  readonly locale: string;
  readonly scores: readonly RespondentScore[];
}

/**
 * A respondent's own scores, for them to see: each scale with its range, what a high score means, an interval where the
 * study gives standard deviation and reliability, and the name of its band where the study asks for it, never without
 * the caution that goes with the band. Nothing is compared with other people.
 *
 * @param display which scales; default: all whose items are asked
 * @param locale language of the words, a BCP 47 tag; English where Peerscale has no texts in it
 * @throws RangeError for a scale, instrument or band that the form does not have
 */
export function respondentScores(
  content: FormContent,
  answers: FormAnswers,
  display: ScoreDisplay = {},
  locale: string = content.locale,
): RespondentScores {
  const language = messageLanguage(locale);
  const texts = scoreMessages[language ?? 'en'];
  const shown: Words = { texts, locale: language === undefined ? 'en' : locale, level: display.level ?? 0.95 };
  const parts = content.plan.parts.filter((part) => part.kind === 'instrument');
  for (const { instrument, scale } of display.scales ?? []) {
    const part = parts.find((one) => one.instrument === instrument);
    if (!content.instruments[part?.id ?? '']?.instrument.scales.some(({ id }) => id === scale)) {
      throw new RangeError(`Unexpected scale: ${scale} of ${instrument} is not in this form.`);
    }
  }
  const scores = parts.flatMap((part) => {
    const given = (Object.hasOwn(answers, part.id) ? answers[part.id] : {}) as Answers;
    return scoresOfPart(part, content.instruments[part.id]!, given, display.scales, shown);
  });
  return { texts, locale: shown.locale, scores };
}

interface Words {
  readonly texts: ScoreMessages;
  readonly locale: string;
  readonly level: number;
}

function scoresOfPart(
  part: InstrumentPart,
  { instrument, textPack }: InstrumentContent,
  answers: Answers,
  wanted: readonly ShownScale[] | undefined,
  words: Words,
): RespondentScore[] {
  const asked = askedItems(instrument, part).map(({ id }) => id);
  const all = allAnswers(instrument, answers, asked);
  const receipts = scoreResponse(instrument, all, differingCoding(instrument, textPack));
  const scales: readonly ShownScale[] =
    wanted?.filter((one) => one.instrument === instrument.id) ??
    instrument.scales
      .filter(({ items }) => items.every((item) => asked.includes(item)))
      .map(({ id }) => ({ instrument: instrument.id, scale: id }));
  return scales.map((one) => {
    const receipt = receipts.find(({ scale }) => scale === one.scale)!;
    const scale = instrument.scales.find(({ id }) => id === one.scale)!;
    const { value, possible } = receipt;
    const interval = value === null ? null : scoreInterval(value, one, possible, words.level);
    const sentences: ChosenText[] = [];
    const say = (text: string, values: Readonly<Record<string, number | string>> = {}) =>
      sentences.push({ text: formatMessage(words.locale, text, values), locale: words.locale });
    const figure = figuresOf(words.locale, possible);
    if (value === null) say(words.texts.noScore);
    else {
      const { minimum, maximum } = possible;
      say(words.texts.score, { value: figure(value), minimum: figure(minimum), maximum: figure(maximum) });
      say(words.texts.higher, { meaning: planText(scale.highMeans, words.locale).text });
      if (interval !== null) {
        const level = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 1 });
        say(words.texts.interval, {
          lower: figure(interval.lower),
          upper: figure(interval.upper),
          level: level.format(interval.level),
        });
      }
      if (one.bands !== undefined) {
        const { band, caution } = scoreBand(instrument, one.bands, value);
        say(words.texts.band, { band: planText(band.label, words.locale).text });
        sentences.push({ text: caution, locale: 'en' });
      }
    }
    return { part: part.id, scale: scale.id, name: planText(scale.name, words.locale), receipt, interval, sentences };
  });
}

/** Tenths where the scale is short, whole numbers where it is long: more digits than answers would be a false promise. */
function figuresOf(locale: string, { minimum, maximum }: ScoreReceipt['possible']): (value: number) => string {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: maximum - minimum > 20 ? 0 : 1 });
  return (value) => numbers.format(value);
}
