import type { CodingByScale, Instrument } from '../instrument/instrument.ts';
import { responseScaleOf, scaleKey } from '../instrument/scale-key.ts';
import type { TextPack } from '../instrument/text-pack.ts';
import { possibleRange } from '../scoring/index.ts';

/** One variable of a data file: an item as answered, or a scale score. */
export interface CodebookEntry {
  readonly variable: string;
  readonly kind: 'item' | 'scale';
  /** our own short label of an item, the name of a scale */
  readonly label: string;
  /** what the person read; null without a text pack, and for scales */
  readonly wording: string | null;
  /** for scales: the ends of the possible range */
  readonly codes: readonly { readonly code: number; readonly label: string | null }[];
  /** scales of an item; for a scale the items it is made of, reversed ones with a minus in front */
  readonly scales: readonly string[];
  /** scales in which the item is reversed under the coding of these answers */
  readonly reversedIn: readonly string[];
  readonly missing: string;
  readonly source: string;
  readonly rights: string;
}

export interface CodebookOptions {
  /** language of labels; English where a text has no other; default "en" */
  readonly locale?: string;
  readonly textPack?: TextPack | undefined;
  readonly coding?: CodingByScale;
}

const MISSING = 'empty or NA: not answered';

/**
 * The codebook of an instrument: every item as it stands in a data file, then every scale score.
 *
 * @param options.textPack adds wording and option labels, and its coding decides which items are reversed
 */
export function codebookOf(
  instrument: Instrument,
  { locale = 'en', textPack, coding = codingOfPack(textPack) }: CodebookOptions = {},
): CodebookEntry[] {
  const local = (text: Instrument['name']) => text[locale] ?? text.en;
  const keys = instrument.scales.map(({ id }) => ({ id, key: scaleKey(instrument, id, coding) }));
  const source = instrument.sources.map(({ citation, doi }) =>
    doi === undefined ? citation : `${citation}, doi:${doi}`,
  );
  const shared = {
    missing: MISSING,
    source: source.join('; '),
    rights: `${instrument.rights.holder}; ${instrument.rights.licence}`,
  };
  const items = instrument.items.map((item): CodebookEntry => {
    const labels = textPack?.responseScales[item.responseScale]?.labels;
    const member = keys.filter(({ key }) => key.some((entry) => entry.item === item.id));
    return {
      variable: item.id,
      kind: 'item',
      label: local(item.label),
      wording: textPack?.items[item.id] ?? null,
      codes: responseScaleOf(instrument, item.responseScale).codes.map((code) => ({
        code,
        label: labels?.[String(code)] ?? null,
      })),
      scales: member.map(({ id }) => id),
      reversedIn: member
        .filter(({ key }) => key.some((entry) => entry.item === item.id && entry.reversed))
        .map(({ id }) => id),
      ...shared,
    };
  });
  const scales = instrument.scales.map((scale, i): CodebookEntry => {
    const { minimum, maximum } = possibleRange(instrument, scale.id);
    return {
      variable: scale.id,
      kind: 'scale',
      label: local(scale.name),
      wording: null,
      codes: [
        { code: minimum, label: 'lowest possible' },
        { code: maximum, label: `highest possible: ${local(scale.highMeans)}` },
      ],
      scales: scale.parts ?? keys[i]!.key.map(({ item, reversed }) => (reversed ? `-${item}` : item)),
      reversedIn: [],
      ...shared,
    };
  });
  return [...items, ...scales];
}

function codingOfPack(pack: TextPack | undefined): CodingByScale {
  return Object.fromEntries(
    Object.entries(pack?.responseScales ?? {}).map(([id, { highCodeMeans }]) => [id, highCodeMeans]),
  );
}
