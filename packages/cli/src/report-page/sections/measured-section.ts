import { confidenceOf } from '@peerscale/core';
import type { Block, Section } from '../document/document.ts';
import { doiLink, emphasis, type Inline, joined, outside, plain, type Text, text } from '../document/text.ts';
import { localized, type View } from '../view.ts';

/** The codes of the response scales, with their labels where a text pack has them; what two have alike is said once. */
function codeEntries({ instrument, textPack, words }: View): Text[] {
  const entries = instrument.responseScales.map(({ id, codes, highCodeMeans }) => {
    const labels = textPack?.responseScales[id]?.labels;
    const sorted = [...codes].sort((a, b) => a - b);
    const named = sorted.filter((code) => labels?.[String(code)] !== undefined);
    if (labels !== undefined && named.length > 0) {
      const labelled = named.map((code) => text`${words.format.short(code)} = ${outside(labels[String(code)]!)}`);
      return joined(labelled, ', ');
    }
    const range = words.measured.codes(words.format.short(sorted[0]!), words.format.short(sorted.at(-1)!));
    return highCodeMeans === undefined ? text`${range}` : text`${range}, ${words.measured.highCode[highCodeMeans]}`;
  });
  return entries.filter((entry, i) => entries.findIndex((other) => plain(other) === plain(entry)) === i);
}

function sourceEntries({ instrument, language }: View): Text[] {
  const lang = language === 'en' ? undefined : 'en';
  return instrument.sources.map(({ citation, doi }) =>
    doi === undefined ? text`${outside(citation, lang)}` : text`${outside(citation, lang)} ${doiLink(doi)}`,
  );
}

function facts(view: View): [Text, Text][] {
  const { instrument, language, words, codingBy } = view;
  const { measured } = words;
  // rights are written in English in every definition
  const english = (fact: string): Inline => outside(fact, language === 'en' ? undefined : 'en');
  const { holder, licence, terms } = instrument.rights;
  const entries: (readonly [string, Text] | undefined)[] = [
    [measured.instrument, text`${localized(view, instrument.name)} (${instrument.id}, ${instrument.version})`],
    [measured.construct, text`${english(instrument.construct)}`],
    [measured.respondents, text`${measured.respondentWords[instrument.respondents ?? 'anyone']}`],
    ...codeEntries(view).map((entry) => [measured.answers, entry] as const),
    codingBy === undefined
      ? undefined
      : [measured.coding, text`${measured.codingBy(codingBy === 'option' ? measured.byOption : measured.byTextPack)}`],
    [measured.validation, text`${measured.validationWords[instrument.validation]}`],
    [measured.confidence, text`${measured.confidenceWords(measured.confidenceLevels[confidenceOf(instrument)])}`],
    [measured.rights, text`${english(`${holder}; ${licence}`)}`],
    [measured.terms, text`${english(terms)}`],
  ];
  return entries.filter((entry) => entry !== undefined).map(([name, fact]) => [text`${name}`, fact]);
}

/** What was asked: the instrument with its validation, its rights and its sources. */
export function measuredSection(view: View): Section {
  const { instrument, isAdHoc, words } = view;
  const { measured, format } = words;
  const section = (blocks: Block[]): Section => ({ id: 'measured', heading: text`${measured.heading}`, blocks });
  if (isAdHoc) {
    const codes = instrument.responseScales[0]!.codes;
    const lowest = format.short(Math.min(...codes));
    const highest = format.short(Math.max(...codes));
    return section([{ kind: 'paragraph', text: measured.adHoc(instrument.items.length, lowest, highest) }]);
  }
  const blocks: Block[] = [{ kind: 'facts', entries: facts(view) }];
  if (instrument.validation === 'none yet') {
    const { unvalidated, unvalidatedTitle } = measured;
    blocks.unshift({ kind: 'notes', tone: 'warning', title: unvalidatedTitle, items: [text`${unvalidated}`] });
  }
  blocks.push(
    { kind: 'paragraph', text: text`${emphasis(measured.sources)}` },
    { kind: 'list', items: sourceEntries(view) },
  );
  return section(blocks);
}
