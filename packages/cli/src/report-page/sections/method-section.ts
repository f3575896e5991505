import {
  type IntervalMethod,
  type MethodReference,
  type MethodReferenceKey,
  methodReferences,
  type ReliabilityReport,
} from '@peerscale/core';
import type { Block, Section } from '../document/document.ts';
import { doiLink, link, outside, type Text, text } from '../document/text.ts';
import type { View } from '../view.ts';
import { shownOf } from '../withheld.ts';
import { citation } from './citation.ts';
import { peopleBehind } from './people-behind.ts';

/** The source of each way to make an interval. */
const INTERVAL_SOURCES: Readonly<Record<IntervalMethod, MethodReferenceKey>> = {
  feldt: 'feldt-1965',
  bonett: 'bonett-2002',
  'duhachek-iacobucci': 'duhachek-iacobucci-2004',
  'bootstrap-percentile': 'efron-tibshirani-1993',
  'bootstrap-bca': 'efron-1987',
};

function referenceEntry({ authors, year, title, doi }: MethodReference, lang: string | undefined): Text {
  const work = outside(`${authors} (${year}). ${title}.`, lang);
  return doi === undefined ? [work] : text`${work} ${doiLink(doi)}`;
}

/** How the figures were made, with the sources. */
export function methodSection(view: View): Section {
  const { report, words, minimumGroupSize, language } = view;
  const { method, format } = words;
  const used: MethodReferenceKey[] = [];
  const cite = (key: MethodReferenceKey): Text => {
    if (!used.includes(key)) used.push(key);
    return text`${link(citation(key), '#references')}`;
  };
  const { method: intervalMethod, level, bootstrap } = intervalOf(report);
  const stated = method.interval[intervalMethod](format.level(level), cite(INTERVAL_SOURCES[intervalMethod]));
  const items: Text[] = [
    method.alpha(cite('cronbach-1951')),
    bootstrap === undefined ? stated : text`${stated} ${method.bootstrap(bootstrap.draws, bootstrap.seed)}`,
    ...(report.scales.every(({ missing }) => missing === 'listwise') ? [] : [method.pairs]),
    method.omega(cite('mcdonald-1999')),
    method.sem,
  ];
  const people = report.scales.map((scale) => shownOf(peopleBehind(scale), minimumGroupSize));
  if (people.includes('all'))
    items.push(method.discrimination(cite('kelley-1939')), method.shape(cite('joanes-gill-1998')));
  items.push(method.agreement);
  const lang = language === 'en' ? undefined : 'en';
  for (const scale of report.scales) {
    if (shownOf(peopleBehind(scale), minimumGroupSize) === 'nothing') continue;
    for (const { reference, value } of scale.coefficients) if (value !== null) cite(reference as MethodReferenceKey);
  }
  const list: Block = {
    kind: 'list',
    items: [...used].sort().map((key) => referenceEntry(methodReferences[key], lang)),
  };
  return {
    id: 'method',
    heading: text`${method.heading}`,
    blocks: [{ kind: 'list', items }],
    sections: [{ id: 'references', heading: text`${method.references}`, blocks: [list] }],
  };
}

/** The interval that stands for all: every scale has the same method; one with a bootstrap says the seed. */
function intervalOf({ scales }: ReliabilityReport) {
  const intervals = scales.map(({ alpha }) => alpha.interval);
  return intervals.find(({ bootstrap }) => bootstrap !== undefined) ?? intervals[0]!;
}
