import type { Instrument, TextPack } from '@peerscale/core';
import type { FormPlan } from '@peerscale/form';
import type { Catalogue } from '../catalogue.ts';
import type { FrozenGroup } from '../model/frozen-wave.ts';
import { Refusal } from '../refusal.ts';
import { formKey } from '../studies/linkage-keys.ts';
import { planForPeople } from '../studies/read-plan.ts';
import type { StudyRecord } from '../studies/study-room.ts';
import { studyView } from '../studies/study-view.ts';

/** What a group is asked, with all that its plan names. */
export interface FormOfGroup {
  readonly plan: FormPlan;
  readonly locales: readonly string[];
  readonly instruments: readonly Instrument[];
  /** by instrument id and locale */
  readonly textPacks: ReadonlyMap<string, ReadonlyMap<string, TextPack>>;
}

/** @throws Refusal where something is no longer installed */
export function formOfGroup(group: Pick<FrozenGroup, 'plan'>, study: StudyRecord, catalogue: Catalogue): FormOfGroup {
  const { locales, linkage, helpContacts, showScores } = studyView(study);
  const key = study.linkage_key === null ? null : formKey(study.linkage_key);
  const plan = planForPeople(group.plan, { linkage, key, helpContacts, showScores });
  const instruments: Instrument[] = [];
  const textPacks = new Map<string, ReadonlyMap<string, TextPack>>();
  for (const part of plan.parts) {
    if (part.kind !== 'instrument') continue;
    const instrument = catalogue.findInstrument(part.instrument, part.version);
    if (instrument === undefined) throw new Refusal('study-unavailable');
    const packs = locales.map((locale) => catalogue.findTextPack(instrument, locale));
    instruments.push(instrument);
    textPacks.set(
      instrument.id,
      new Map(
        packs.map((pack) => {
          if (pack === undefined) throw new Refusal('study-unavailable');
          return [pack.locale, pack];
        }),
      ),
    );
  }
  return { plan, locales, instruments, textPacks };
}
