import type { Battery, Instrument, TextPack } from '@peerscale/core';
import type { FormPlan, ScoreDisplay } from '@peerscale/form';

interface Wording {
  /** The wording of one instrument. */
  readonly textPack?: TextPack | undefined;
  /** Wording of several instruments, or in several languages to choose from by `locale`. */
  readonly textPacks?: readonly TextPack[] | undefined;
  /**
   * Language of the form, a BCP 47 tag. Where wording in several languages is given it chooses among them; else it is that
   * of the buttons and messages. Default: the language of the first text pack.
   */
  readonly locale?: string | undefined;
  /** Scores that respondents see of themselves after sending; `true`: every scale. Default: what the plan says. */
  readonly showScores?: boolean | ScoreDisplay | undefined;
  /** Whom to turn to, in the words of the study. Default: what the plan says. */
  readonly helpContacts?: FormPlan['helpContacts'] | undefined;
}

/** One instrument. */
export interface InstrumentSource extends Wording {
  readonly instrument: Instrument;
  readonly plan?: undefined;
  readonly battery?: undefined;
}

/** Instruments with consent, texts and questions around them. */
export interface PlanSource extends Wording {
  readonly plan: FormPlan;
  readonly instruments: readonly Instrument[];
  readonly instrument?: undefined;
  readonly battery?: undefined;
}

/** The instruments that a battery asks one group of respondents. */
export interface BatterySource extends Wording {
  readonly battery: Battery;
  /** `peer-worker`, `staff`, ...: which group of the battery */
  readonly respondents: Battery['groups'][number]['respondents'];
  readonly instruments: readonly Instrument[];
  readonly instrument?: undefined;
  readonly plan?: undefined;
}

/** What a form asks, and in which words. */
export type SurveySource = InstrumentSource | PlanSource | BatterySource;
