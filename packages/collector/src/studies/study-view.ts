import type { StudyView } from '../model/study.ts';
import type { StudyRecord } from './study-room.ts';

/** A study as staff read it: everything but the key of its linkage codes. */
export function studyView(row: StudyRecord): StudyView {
  return {
    id: row.id,
    state: row.state,
    title: JSON.parse(row.title) as StudyView['title'],
    locales: JSON.parse(row.locales) as string[],
    minimumGroupSize: row.minimum_group_size,
    minimumTextSize: row.minimum_text_size,
    linkage: row.linkage,
    showScores: row.show_scores === 1,
    helpContacts: row.help_contacts === null ? null : (JSON.parse(row.help_contacts) as StudyView['helpContacts']),
    retentionDays: row.retention_days,
    simulated: row.simulated === 1,
  };
}
