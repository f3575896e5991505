/** A mean with its interval, as a dot with a line. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** a second value, drawn as a ring */
  readonly ring?: number | null;
  /** set apart from the others, as the whole among its groups */
  readonly strong?: boolean;
}

/** What is drawn, as plain data: the words are ready to be shown, numbers are formatted by `locale`. */
export type PictureSpec =
  | {
      readonly kind: 'bins';
      readonly bins: readonly { readonly lower: number; readonly upper: number; readonly count: number }[];
      /** least difference of two scores, by which a bin of one score is given a width */
      readonly step: number;
      readonly domain: readonly [number, number];
      readonly mean: number;
      readonly meanLabel: string;
      readonly axis: string;
    }
  | {
      readonly kind: 'intervals';
      readonly rows: readonly IntervalRow[];
      readonly domain: readonly [number, number];
      /** a line across, as the mean of all or no difference */
      readonly reference: number | null;
      readonly axis: string;
      readonly percent?: boolean;
      /** differences: with their sign */
      readonly signed?: boolean;
    }
  | {
      readonly kind: 'waves';
      readonly points: readonly IntervalRow[];
      readonly domain: readonly [number, number];
      readonly axis: string;
    }
  | {
      readonly kind: 'shares';
      readonly rows: readonly {
        readonly label: string;
        /** `at`: place of the part among all that are possible, from 0 to 1, which decides its colour */
        readonly parts: readonly { readonly label: string; readonly share: number; readonly at: number }[];
      }[];
      readonly axis: string;
    };

export type SpecOf<Kind extends PictureSpec['kind']> = Extract<PictureSpec, { kind: Kind }>;
