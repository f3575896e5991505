import { changeStudy, createStudy, type Group, putGroup, removeGroup } from '../api/studies.ts';
import type { SetupWords } from '../words/setup.ts';
import { changedPlan, planOf, type Respondents, respondentsOf } from './plan/contents.ts';
import { slugOf } from './plan/slug.ts';
import type { What } from './what-form.tsx';

/** Makes a study with the groups that its questionnaire has. @returns its id */
export async function createStudyOf({ title, locales, contents }: What, words: SetupWords): Promise<string> {
  const { id } = await createStudy({ title, locales, linkage: 'none' });
  await writeGroups(id, contents, [], words);
  return id;
}

/** Changes what a study asks. Groups keep their names; those that a battery has, and no others, where one is chosen anew. */
export async function changeWhat(
  study: string,
  { title, locales, contents }: What,
  groups: readonly Group[],
  sameKind: boolean,
  words: SetupWords,
): Promise<void> {
  await changeStudy(study, { title, locales });
  if (sameKind) {
    for (const group of groups) {
      await putGroup(study, { ...group, plan: changedPlan(group.plan, contents) });
    }
    return;
  }
  for (const { id } of groups) await removeGroup(study, id);
  await writeGroups(study, contents, [], words);
}

async function writeGroups(
  study: string,
  contents: What['contents'],
  taken: readonly string[],
  words: SetupWords,
): Promise<void> {
  for (const respondents of respondentsOf(contents)) {
    const id = slugOf(ID_OF[respondents], taken, 'group');
    await putGroup(study, { id, name: words.people[respondents], plan: planOf(contents, respondents) });
  }
}

/** The same in every study, whatever language it is set up in: exports of two studies then fit together. */
const ID_OF: Readonly<Record<Respondents, string>> = {
  'peer-worker': 'peer-workers',
  staff: 'staff',
  manager: 'managers',
  'service-user': 'service-users',
  anyone: 'everybody',
};
