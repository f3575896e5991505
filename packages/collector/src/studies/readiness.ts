import { missingPlanTexts } from '@peerscale/form';
import type { Catalogue } from '../catalogue.ts';
import type { Group } from '../model/group.ts';
import type { StudyView } from '../model/study.ts';
import type { ProblemError } from '../problem.ts';

/**
 * What is still missing before people can be asked: a team, a group, an instrument that is installed, and every wording
 * in every language of the study. Empty where nothing is.
 */
export function readinessErrors(
  study: StudyView,
  teams: readonly unknown[],
  groups: readonly Group[],
  catalogue: Catalogue,
): ProblemError[] {
  const errors: ProblemError[] = [];
  const add = (path: string, code: string, message: string) => errors.push({ path, code, message });
  if (teams.length === 0) add('teams', 'missing', 'there is no team');
  if (groups.length === 0) add('groups', 'missing', 'there is no group of respondents');
  const texts: (readonly [string, Readonly<Record<string, string>>])[] = [['title', study.title]];
  if (study.helpContacts !== null) {
    texts.push(['helpContacts.text', study.helpContacts.text]);
    if (study.helpContacts.title !== undefined) texts.push(['helpContacts.title', study.helpContacts.title]);
  }
  for (const locale of study.locales) {
    const language = locale.split('-')[0];
    for (const [path, text] of texts) {
      const found = Object.keys(text).some((tag) => tag.split('-')[0] === language);
      if (!found) add(path, 'missing-wording', `has no wording in ${locale}`);
    }
    for (const { id, plan } of groups) {
      for (const path of missingPlanTexts(plan, locale)) {
        add(`groups.${id}.plan.${path}`, 'missing-wording', `has no wording in ${locale}`);
      }
      for (const part of plan.parts) {
        if (part.kind !== 'instrument') continue;
        const path = `groups.${id}.plan.parts.${part.id}`;
        const instrument = catalogue.findInstrument(part.instrument, part.version);
        if (instrument === undefined) {
          add(path, 'unknown-instrument', `${part.instrument}@${part.version} is not installed here`);
        } else if (
          instrument.rights.wording === 'withheld' ||
          catalogue.findTextPack(instrument, locale) === undefined
        ) {
          add(path, 'missing-wording', `${part.instrument}@${part.version} has no wording in ${locale}`);
        }
      }
    }
  }
  return errors;
}
