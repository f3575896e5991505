import type { ChosenMessages, FirstMessages } from '@peerscale/form';
import { laterMessages } from '@peerscale/form/keeping';

/** The texts of sending to those of answering: another language brings its own. */
export const allLabels = ({ texts, locale }: ChosenMessages<FirstMessages>): ChosenMessages => ({
  texts: { ...laterMessages, ...texts },
  locale,
});
