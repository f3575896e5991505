import type { StudyChanges } from '../model/study.ts';
import { newLinkageKey } from './linkage-keys.ts';
import type { StudyRecord } from './study-room.ts';

/** The columns that changes of a study set. A study that begins to link waves gets a key, which it then keeps. */
export function rowChanges(changes: StudyChanges, before: StudyRecord): Partial<StudyRecord> {
  const { title, locales, minimumGroupSize, minimumTextSize, linkage, showScores, helpContacts, retentionDays } =
    changes;
  return {
    ...(title === undefined ? {} : { title: JSON.stringify(title) }),
    ...(locales === undefined ? {} : { locales: JSON.stringify(locales) }),
    ...(minimumGroupSize === undefined ? {} : { minimum_group_size: minimumGroupSize }),
    ...(minimumTextSize === undefined ? {} : { minimum_text_size: minimumTextSize }),
    ...(linkage === undefined ? {} : { linkage }),
    ...(linkage === 'code' && before.linkage_key === null ? { linkage_key: newLinkageKey() } : {}),
    ...(showScores === undefined ? {} : { show_scores: showScores ? 1 : 0 }),
    ...(helpContacts === undefined
      ? {}
      : { help_contacts: helpContacts === null ? null : JSON.stringify(helpContacts) }),
    ...(retentionDays === undefined ? {} : { retention_days: retentionDays }),
  };
}
