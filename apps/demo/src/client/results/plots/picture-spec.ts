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
      /** from left to right, each from the end of the one before */
      readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
      /** the possible range, of which the axis has its ticks */
      readonly domain: readonly [number, number];
      /** drawn as a line across; null where there is none */
      readonly mean: { readonly value: number; readonly label: string } | null;
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
