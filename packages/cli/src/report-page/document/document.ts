import type { Text } from './text.ts';

/** A table; the first cell of a row is its heading. */
export interface Table {
  /** unique in the document */
  readonly id: string;
  readonly caption: Text;
  /** what the colours mean, where cells have some */
  readonly colours?: Text;
  readonly columns: readonly { readonly heading: Text; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly Cell[])[];
  /** how much room there is: `dense` for many narrow columns */
  readonly density?: 'dense';
}

export interface Cell {
  readonly text: Text;
  /** colours the cell, from -1 to 1 */
  readonly shade?: number;
}

/** Counts of scores, drawn as bars that touch. */
export interface Histogram {
  readonly kind: 'histogram';
  readonly caption: Text;
  /** what the picture shows, in a sentence for whoever does not see it */
  readonly description: string;
  readonly bins: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly name: string;
  }[];
  readonly mean: { readonly value: number; readonly name: string } | null;
  readonly axis: { readonly score: string; readonly count: string; readonly number: (value: number) => string };
  /** the same in numbers */
  readonly table: Table;
  readonly tableName: string;
}

/** A part of a stacked bar, or the only part of a plain one. */
export interface BarPart {
  readonly share: number;
  /** stands on the part where it fits */
  readonly label: string;
  /** place in the sequence of colours, from 0 to 1 */
  readonly shade: number;
}

/** Bars of equal length in all, one a row: either cut in parts, or filled as far as their share. */
export interface Bars {
  readonly kind: 'bars';
  readonly caption: Text;
  readonly rows: readonly {
    readonly name: Text;
    readonly parts: readonly BarPart[];
    /** the numbers in a sentence: the title of the picture */
    readonly title: string;
    /** stands behind the name */
    readonly note: string;
  }[];
  /** what the colours mean */
  readonly key: readonly { readonly shade: number; readonly name: Text }[];
}

/** An axis across a picture. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** drawn over all rows: the figure of everybody */
  readonly reference: { readonly at: number; readonly name: string } | null;
}

/** Estimates with their intervals on one axis, one a row: a forest plot; with `bars` as bars that begin at 0. */
export interface Intervals {
  readonly kind: 'intervals';
  readonly caption: Text;
  readonly style: 'points' | 'bars';
  readonly rows: readonly {
    readonly name: Text;
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
    /** a second figure, drawn hollow */
    readonly beside: number | null;
    /** the numbers in a sentence: the title of the picture */
    readonly title: string;
    /** stands behind the name */
    readonly note: string;
  }[];
  readonly axis: Axis;
  /** what the signs mean */
  readonly key: { readonly value: string; readonly beside: string | null };
  /** the same in numbers */
  readonly table: Table;
  readonly tableName: string;
}

/** Means at some times, each with its interval, joined by a line. */
export interface Waves {
  readonly kind: 'waves';
  readonly caption: Text;
  /** what the picture shows, in a sentence for whoever does not see it */
  readonly description: string;
  readonly points: readonly {
    readonly name: string;
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
    readonly label: string;
  }[];
  readonly axis: Axis;
}

/** People by two scores, in squares: across the first, upwards the second. */
export interface Grid {
  readonly kind: 'grid';
  readonly caption: Text;
  /** what the picture shows, in a sentence for whoever does not see it */
  readonly description: string;
  /** of the squares, along both scores */
  readonly edges: readonly number[];
  readonly squares: readonly {
    /** places from the lowest */
    readonly column: number;
    readonly row: number;
    readonly label: string;
    /** place in the sequence of colours, from 0 to 1 */
    readonly shade: number;
  }[];
  /** drawn beside the diagonal, at this distance; null: there is none */
  readonly band: number | null;
  readonly axis: {
    readonly across: string;
    readonly upwards: string;
    readonly ticks: Axis['ticks'];
  };
  readonly key: {
    readonly diagonal: string;
    readonly band: string;
    readonly blank: string;
    readonly shades: readonly { readonly shade: number; readonly name: string }[];
  };
  /** the same in numbers */
  readonly table: Table;
  readonly tableName: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text; readonly tone?: 'lead' | 'quotation' }
  | { readonly kind: 'facts'; readonly entries: readonly (readonly [Text, Text])[] }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'notes';
      readonly tone: 'warning' | 'note';
      readonly title: string;
      readonly items: readonly Text[];
    }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'table'; readonly table: Table }
  | Histogram
  | Bars
  | Intervals
  | Waves
  | Grid;

export interface Section {
  /** unique in the document */
  readonly id: string;
  readonly heading: Text;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

/** A report, before it is known whether as a page or as Markdown. */
export interface ReportDocument {
  readonly language: string;
  readonly title: Text;
  readonly subtitle: Text;
  readonly skipLink: string;
  readonly contents: string;
  readonly sections: readonly Section[];
  readonly footer: Text;
  /** what is true of the page alone */
  readonly standsAlone: string;
  readonly generator: string;
}
