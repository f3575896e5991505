import type { Catalogue } from '../catalogue.ts';
import type { FrozenGroup } from '../model/frozen-wave.ts';
import { Refusal } from '../refusal.ts';
import { type AskedForm, plannedInstruments } from '../request/asked-form.ts';
import { formKey } from '../studies/linkage-keys.ts';
import { planForPeople } from '../studies/read-plan.ts';
import type { StudyRecord } from '../studies/study-room.ts';
import { studyView } from '../studies/study-view.ts';

/** What a group is asked, with all that its plan names. @throws Refusal where something is no longer installed */
export function formOfGroup(group: Pick<FrozenGroup, 'plan'>, study: StudyRecord, catalogue: Catalogue): AskedForm {
  const { locales, linkage, helpContacts, showScores } = studyView(study);
  const key = study.linkage_key === null ? null : formKey(study.linkage_key);
  const plan = planForPeople(group.plan, { linkage, key, helpContacts, showScores });
  const planned = plannedInstruments(plan, locales, catalogue);
  if (planned === undefined) throw new Refusal('study-unavailable');
  return { plan, locales, planned };
}
