import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { english } from '../fixtures/text-packs.ts';
import { send } from './support/answering.ts';
import { formUnderTest } from './support/form-under-test.ts';

const site = formUnderTest({ clears: true });

/** One node of the tree that Chromium hands to assistive technology. */
interface TreeNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** what stands inside of it, whatever stands between, in the order of the page */
  readonly within: readonly TreeNode[];
}

/** Everything that is told of a page, in its order. */
async function treeOf(page: Page): Promise<readonly TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const withAll = (id: string): TreeNode[] => {
    const { ignored, role, name, description, properties = [], childIds = [] } = byId.get(id)!;
    const within = childIds.filter((child) => byId.has(child)).flatMap(withAll);
    if (ignored) return within;
    const node = {
      role: String(role?.value),
      name: String(name?.value ?? '').trim(),
      description: String(description?.value ?? ''),
      properties: Object.fromEntries(properties.map((one) => [one.name, one.value.value])),
      within,
    };
    return [node, ...within];
  };
  return withAll(nodes[0]!.nodeId);
}

const ofRole = (tree: readonly TreeNode[], role: string) => tree.filter((node) => node.role === role);
const labels = Object.values(english.responseScales.often!.labels);
const SHIFTS = 'Which shifts do you work?';

test('each item is a radio group named by its text, with its five options in it by their labels', async () => {
  const { page } = await site.open();
  const tree = await treeOf(page);
  const groups = ofRole(tree, 'radiogroup');
  expect(groups.map(({ name }) => name)).toEqual(Object.values(english.items));
  for (const group of groups) {
    expect(ofRole(group.within, 'radio').map(({ name }) => name)).toEqual(labels);
    expect(group.properties).toMatchObject({ required: false, invalid: 'false' });
  }
  expect(ofRole(tree, 'radio')).toHaveLength(groups.length * labels.length);
});

// Chromium tells assistive technology "2 of 5" of native radio buttons by itself, and its protocol does not say which
// figures: they follow from the radio buttons of one name in one form.
test('the position "n of 5" can be told: five native radio buttons of one name in each group, and of no other', async () => {
  const { page } = await site.open('twice');
  const groups = await page.getByRole('radiogroup').evaluateAll((all) =>
    all.map((group) => {
      const inputs = [...group.querySelectorAll('input')];
      const name = inputs[0]!.name;
      return {
        native: inputs.every((input) => input.type === 'radio' && !input.hasAttribute('role') && input.name === name),
        positioned: group.querySelectorAll('[aria-posinset], [aria-setsize]').length,
        forms: new Set(inputs.map(({ form }) => form)).size,
        inside: inputs.length,
        everywhere: document.querySelectorAll(`input[type=radio][name="${CSS.escape(name)}"]`).length,
      };
    }),
  );
  expect(groups).toHaveLength(12);
  for (const group of groups) {
    expect(group).toEqual({ native: true, positioned: 0, forms: 1, inside: 5, everywhere: 5 });
  }
});

test('what must be answered says so, and what is wrong is tied to it', async () => {
  const { page } = await site.open('plan');
  const consent = ofRole(await treeOf(page), 'group').find(({ name }) => name.startsWith('About this survey'))!;
  expect(consent.description).toContain('Taking part is up to you');
  await page.getByRole('checkbox', { name: 'I agree' }).check();
  await page.getByRole('textbox', { name: 'One word for your team?' }).fill('much longer than twenty');
  await send(page);
  await page.getByText('Please answer this question.').waitFor();
  const tree = await treeOf(page);
  const shifts = ofRole(tree, 'radiogroup').find(({ name }) => name === SHIFTS)!;
  expect(shifts.properties).toMatchObject({ required: true, invalid: 'true' });
  expect(shifts.description).toContain('Please answer this question.');
  const word = ofRole(tree, 'textbox').find(({ name }) => name === 'One word for your team?')!;
  expect(word.properties).toMatchObject({ invalid: 'true' });
  expect(word.description).toContain('The text is 3 characters too long.');
  expect(word.description).toContain('The first that comes to mind');
  const years = ofRole(tree, 'textbox').find(({ name }) => name.startsWith('For how many years'))!;
  expect(years.properties).toMatchObject({ invalid: 'false' });
  expect(years.description).toBe('years');
});

test('a form of one instrument is a region by its name; parts have headings; progress is a bar with words', async () => {
  const alone = await site.open();
  expect(ofRole(await treeOf(alone.page), 'region').map(({ name }) => name)).toEqual([english.title]);
  const { page } = await site.open('plan');
  await page.getByRole('checkbox', { name: 'I agree' }).check();
  await page.getByRole('button', { name: 'Send answers' }).waitFor();
  const tree = await treeOf(page);
  const headings = ofRole(tree, 'heading').map(({ name, properties }) => [properties.level, name]);
  expect(headings).toEqual([
    [1, 'Host page'],
    [2, 'About this survey'],
    [2, 'A working day'],
    [2, 'You and your job'],
    [2, 'If you would like to talk to somebody'],
  ]);
  expect(ofRole(tree, 'progressbar').map(({ name }) => name)).toEqual(['0 of 9 answered']);
});
