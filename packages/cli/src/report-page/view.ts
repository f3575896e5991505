import type { LocalizedText } from '@peerscale/core';
import { type Inline, outside } from './document/text.ts';
import type { ReportRequest } from './report-request.ts';
import { languages, type Words } from './words/languages.ts';

/** A request with the words of its language. */
export interface View extends ReportRequest {
  readonly words: Words;
}

/** The view of a request. A scale of `--items` has no name of its own, so it gets one in the language of the report. */
export function viewOf(request: ReportRequest): View {
  const { language, isAdHoc, report, instrument } = request;
  const words = languages[language];
  if (!isAdHoc) return { ...request, words };
  const named = (name: string) => ({ en: name, [language]: name });
  return {
    ...request,
    words,
    instrument: { ...instrument, name: named(words.measured.adHocInstrument) },
    report: { ...report, scales: report.scales.map((scale) => ({ ...scale, name: named(words.measured.adHocScale) })) },
  };
}

/** A text of a definition in the language of the report, else in English and marked so. */
export function localized({ language }: Pick<View, 'language'>, texts: LocalizedText): Inline {
  const there = texts[language];
  if (there !== undefined) return outside(there);
  return language === 'en' ? outside(texts.en) : outside(texts.en, 'en');
}
