import type { Locale } from '../../../catalogue.ts';
import { localized } from '../../../locale.ts';
import type { KeyedScale } from './scale-key.ts';

/**
 * Names of scales by key. Where two questionnaires have a scale of the same name, who answers it stands behind: "Clear role
 * (Managers)"; where that does not tell them apart either, the questionnaire.
 */
export function scaleLabels(scales: readonly KeyedScale[], locale: Locale): ReadonlyMap<string, string> {
  const plain = ({ scale }: KeyedScale) => localized(scale.name, locale);
  const byGroups = (own: KeyedScale) => {
    const groups = own.scale.groups.map(({ name }) => name).join(', ');
    return groups === '' ? byQuestionnaire(own) : `${plain(own)} (${groups})`;
  };
  const byQuestionnaire = (own: KeyedScale) => `${plain(own)} (${localized(own.instrument.instrument.name, locale)})`;
  const isAlone = (own: KeyedScale, labelOf: (scale: KeyedScale) => string) =>
    scales.filter((other) => labelOf(other) === labelOf(own)).length === 1;
  return new Map(
    scales.map((own) => [
      own.key,
      isAlone(own, plain) ? plain(own) : isAlone(own, byGroups) ? byGroups(own) : byQuestionnaire(own),
    ]),
  );
}
