import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../packages/test-utils/src/browser.ts';
import { type DemoServer, startDemoServer } from './helpers/demo-server.ts';
import { expectAccessibleInLooks, languagesOf } from './helpers/expect-accessible.ts';
import { type Staff, setUp } from './helpers/staff.ts';
import { watchContext } from './helpers/watch-page.ts';

let server: DemoServer;
let browser: Browser;
let staff: Staff;
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemoServer(), launchBrowser()]);
  staff = await setUp(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** A browser in which the owner is signed in. */
async function ownersBrowser(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  await context.addCookies(staff.cookies());
  await context.addInitScript(() => {
    // a page that is still empty has no storage
    if (location.protocol === 'http:') localStorage.setItem('peerscale:signed-in', 'yes');
  });
  return context;
}

/** The name of what has the focus, as a screen reader would begin to say it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const labelledBy = (element.getAttribute('aria-labelledby') ?? '').split(' ');
    const texts = labelledBy.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels = [...((element as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent).join(' ');
    return texts.trim() || element.getAttribute('aria-label') || labels || (element.textContent ?? '').trim();
  });
}

/** Presses Tab until what is called so has the focus, and sees to it that this can be seen. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (!fits(await focused(page))) continue;
    const shown = await page.evaluate(() => {
      const element = document.activeElement!;
      const around = element.closest('.option') ?? element;
      return [element, around].some((one) => getComputedStyle(one).outlineStyle !== 'none');
    });
    expect(shown, `the focus on ${name} can be seen`).toBe(true);
    return;
  }
  throw new Error(`${name} was not reached by Tab; the focus is on: ${await focused(page)}`);
}

test('a study from nothing to its first wave by keyboard alone', async () => {
  const context = await ownersBrowser({ viewport: { width: 1280, height: 900 } });
  const watched = await watchContext(context, server.origin);
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto(server.origin);
  await heading(page, /Studies/);
  await tabTo(page, 'New study');
  await keyboard.press('Enter');
  await heading(page, /What do you want to ask/);
  await expect.poll(() => focused(page)).toMatch(/What do you want to ask/);

  await tabTo(page, 'Peer team pulse');
  await tabTo(page, 'A question for free text in the end');
  await tabTo(page, 'Czech');
  await keyboard.press('Space');
  await tabTo(page, 'Title in English');
  await keyboard.type('How are we? 2027');
  await tabTo(page, 'Title in Czech');
  await keyboard.type('Jak se máme? 2027');
  await tabTo(page, 'Make the study and continue');
  await keyboard.press('Enter');
  await heading(page, /Which teams are there/);

  await tabTo(page, 'Name of the team');
  await keyboard.type('Birch ward');
  await tabTo(page, 'Kind of place');
  await keyboard.type('inpatient');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '1 team', exact: true }).waitFor();
  // the next one can be typed at once
  await expect.poll(() => focused(page)).toBe('Name of the team');
  await keyboard.type('Night line');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '2 teams', exact: true }).waitFor();
  await tabTo(page, 'Many teams at once');
  await keyboard.press('Enter');
  await tabTo(page, 'Table of teams');
  await keyboard.type('name;parent\nMaple ward;Birch\n;Birch ward');
  await tabTo(page, 'Add these teams');
  await keyboard.press('Enter');
  const refused = page.getByRole('alert');
  await refused.getByText('Line 2, parent: “Birch” is neither the id nor the name of a team.').waitFor();
  await refused.getByText('Line 3, name: This team has no name.').waitFor();
  await page.getByRole('heading', { name: '2 teams', exact: true }).waitFor();
  await keyboard.press('Shift+Tab');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('name;parent\nMaple ward;Birch ward');
  await tabTo(page, 'Add these teams');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '3 teams', exact: true }).waitFor();
  await tabTo(page, 'Continue');
  await keyboard.press('Enter');

  await heading(page, /Who answers/);
  await expect.poll(() => focused(page)).toMatch(/Who answers/);
  await tabTo(page, 'Change Staff');
  await keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Name of the group');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('Everybody else');
  await keyboard.press('Enter');
  await page.getByText('Everybody else').waitFor();
  await tabTo(page, 'Remove Service users');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '3 groups' }).waitFor();
  await tabTo(page, 'Continue');
  await keyboard.press('Enter');

  await heading(page, /What do you promise/);
  await tabTo(page, 'Fewest people a figure is about');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('6');
  const promises = page.getByRole('complementary', { name: 'As people will read it' });
  await promises.getByText('only for groups in which at least 6 people have answered').waitFor();
  await tabTo(page, 'No: each wave stands alone');
  await keyboard.press('ArrowDown');
  await promises.getByText('a code that links your answers').waitFor();
  await tabTo(page, 'Contacts in English');
  await keyboard.type('Occupational health, phone 4411');
  await tabTo(page, 'Contacts in Czech');
  await keyboard.type('Závodní lékař, telefon 4411');
  await tabTo(page, 'Save and continue');
  await keyboard.press('Enter');

  await heading(page, /When are people asked/);
  await page.getByRole('heading', { name: 'No wave yet', exact: true }).waitFor();
  await tabTo(page, 'Plan this wave');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '1 wave', exact: true }).waitFor();
  await tabTo(page, 'Continue');
  await keyboard.press('Enter');

  await heading(page, /Look at it as people will/);
  await tabTo(page, 'Show the form');
  await keyboard.press('Enter');
  await page.getByText('If you would like to talk to somebody').waitFor();
  await page.getByText('Occupational health, phone 4411').waitFor();
  await page.getByText('What is the first letter of your mother').waitFor();
  // a form that is longer than its frame scrolls in it, and the page ends with its footer
  const [inside, below] = await page.evaluate(() => {
    const frame = document.querySelector('.preview-scroll')!;
    const footer = document.querySelector('footer')!.getBoundingClientRect().bottom + scrollY;
    return [frame.scrollHeight - frame.clientHeight, document.documentElement.scrollHeight - footer];
  });
  expect(inside).toBeGreaterThan(500);
  expect(below).toBeLessThan(2);
  await page.getByRole('button', { name: 'Start Wave 1' }).focus();
  await keyboard.press('Enter');
  await heading(page, 'How are we? 2027');
  await page.getByText('Fewer than 6 people have answered so far.').waitFor();
  const { violations, foreignRequests, errors } = watched;
  // the teams that were refused are an answer that browsers write into their console
  expect([violations, foreignRequests, errors.filter((error) => !error.includes('422'))]).toEqual([[], [], []]);

  const id = /studies\/([a-z0-9-]+)/.exec(page.url())![1]!;
  const { study } = await staff.ask<{ study: object }>('GET', `/studies/${id}`);
  expect(study).toMatchObject({
    state: 'open',
    title: { en: 'How are we? 2027', cs: 'Jak se máme? 2027' },
    minimumGroupSize: 6,
    minimumTextSize: 10,
    linkage: 'code',
    helpContacts: { text: { en: 'Occupational health, phone 4411', cs: 'Závodní lékař, telefon 4411' } },
  });
  const { teams } = await staff.ask<{ teams: unknown[] }>('GET', `/studies/${id}/teams`);
  expect(teams).toContainEqual({ id: 'maple-ward', name: 'Maple ward', parent: 'birch-ward', setting: null });
  const { groups } = await staff.ask<{ groups: { id: string; name: string }[] }>('GET', `/studies/${id}/groups`);
  expect(groups.map(({ name }) => name).sort()).toEqual(['Everybody else', 'Managers', 'Peer workers']);
  await context.close();
});

interface Draft {
  readonly id: string;
  /** ends the wave's id */
  readonly wave: string;
}

/** A study with one open wave, made without a browser. */
async function openStudy(title: string): Promise<Draft> {
  const { study } = await staff.ask<{ study: { id: string } }>(
    'POST',
    '/studies',
    { title: { en: title, cs: title }, locales: ['en', 'cs'] },
    201,
  );
  const at = `/studies/${study.id}`;
  await staff.ask('POST', `${at}/teams`, {
    teams: [
      { id: 'red', name: 'Red ward' },
      { id: 'blue', name: 'Blue ward' },
    ],
  });
  const battery = { id: 'peer-team-pulse', respondents: 'staff' };
  await staff.ask('PUT', `${at}/groups/staff`, { name: 'Staff', battery });
  await staff.ask('POST', `${at}/open`);
  const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
  const content = { name: 'Spring', opensOn: day(0), closesOn: day(14), reminders: [day(0), day(7)] };
  const { wave } = await staff.ask<{ wave: { id: string } }>('POST', `${at}/waves`, content, 201);
  await staff.ask('POST', `${at}/waves/${wave.id}/start`);
  return { id: study.id, wave: wave.id };
}

test('invitations: a link with its poster, single-use links as a file, letters; each is there once', async () => {
  const { id } = await openStudy('Invitations');
  const context = await ownersBrowser({ acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`${server.origin}/studies/${id}`);
  await page.getByText('Today is a day to remind people.').waitFor();

  await page.getByRole('button', { name: 'One link for everybody' }).click();
  await page.getByRole('button', { name: 'Make the link' }).first().click();
  const field = page.getByRole('textbox', { name: 'The link' });
  const address = await field.inputValue();
  expect(address).toMatch(new RegExp(`^${server.origin}/answer#[\\w-]{43}$`));
  const invited = await fetch(`${server.origin}/api/invitations/${address.split('#')[1]}`);
  expect(invited.status).toBe(200);
  const picture = page.getByRole('img', { name: 'QR code of the link' });
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
  await page.evaluate(() => {
    document.documentElement.dataset.print = 'poster';
  });
  await page.emulateMedia({ media: 'print' });
  // biome-ignore lint/performance/useDomNodeTextContent: it is about what is displayed
  const printed = await page.locator('body').innerText();
  expect(printed).toContain('Scan the code with the camera of your phone. It opens a page at localhost');
  expect(printed).toContain('Naskenujte kód fotoaparátem telefonu.');
  // nobody types an address of 43 letters and digits
  expect(printed).not.toContain(address.split('#')[1]);
  expect(printed).toContain('Figures are shown only where at least 5 people have answered.');
  expect(printed).not.toContain('Single-use links');
  const pdf = (await page.pdf()).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => {
    delete document.documentElement.dataset.print;
  });

  await page.getByRole('button', { name: 'Single-use links' }).click();
  await page.getByRole('spinbutton', { name: 'Red ward, Staff' }).fill('3');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make the links as a CSV file' }).click();
  const file = await (await waiting).createReadStream();
  const text = (await file.toArray()).join('');
  expect(text.match(/\/answer#[\w-]{43}/g)).toHaveLength(3);
  expect(text).toContain('Red ward');
  await page.getByText('3 links are in the file.').waitFor();

  await page.getByRole('button', { name: 'Letters by e-mail' }).click();
  const letters = page.locator('form').filter({ hasText: 'Each address gets a single-use link' });
  await letters.getByLabel('Team').selectOption('Blue ward');
  await letters.getByLabel('E-mail addresses').fill('a@ward.example\nb@ward.example');
  await letters.getByRole('button', { name: 'Send the letters' }).click();
  await letters.getByText('2 letters were sent.').waitFor();

  // cut off in the middle: the page asks again until it is done, and says of whom nobody knows
  const keys: (string | undefined)[] = [];
  const underWay = { type: 'urn:peerscale:problem:idempotency-unfinished', title: 'Under way', status: 409 };
  await page.route('**/letters', (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length === 1) return route.abort();
    if (keys.length === 2) return route.fulfill({ status: 409, headers: { 'Retry-After': '1' }, json: underWay });
    return route.fulfill({ json: { sent: 1, failed: [0], unsure: [2] } });
  });
  await letters.getByLabel('E-mail addresses').fill('c@ward.example\nd@ward.example\ne@ward.example');
  await letters.getByRole('button', { name: 'Send the letters' }).click();
  await letters.getByText('1 letter was sent.').waitFor();
  expect(await letters.getByRole('listitem').allTextContents()).toEqual(['c@ward.example', 'e@ward.example']);
  await letters.getByText('The server stopped while it was sending these, and they may have arrived.').waitFor();
  expect([keys.length, new Set(keys).size]).toEqual([3, 1]);

  await page.reload();
  await page.getByRole('heading', { name: 'Links that were made' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'The link' }).count()).toBe(0);
  await page.getByRole('button', { name: 'End the link for everybody' }).click();
  await expect
    .poll(async () => (await fetch(`${server.origin}/api/invitations/${address.split('#')[1]}`)).status)
    .toBe(410);
  await context.close();
});

test('closing a wave, and erasing a study only with its title written out', async () => {
  const { id } = await openStudy('Short life');
  const context = await ownersBrowser();
  const page = await context.newPage();
  await page.goto(`${server.origin}/studies/${id}`);
  await page.getByRole('button', { name: 'Close this wave' }).click();
  await page.getByRole('button', { name: 'Close Spring now' }).click();
  await page.getByText('closed', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'End this study' }).click();
  const erase = page.getByRole('button', { name: 'Erase everything' });
  expect(await erase.isDisabled()).toBe(true);
  const confirm = page.getByLabel('To erase it, write its title: Short life');
  await confirm.fill('Short');
  expect(await erase.isDisabled()).toBe(true);
  await confirm.fill('Short life');
  await erase.click();
  await heading(page, /Studies/);
  expect((await staff.send('GET', `/studies/${id}`)).status).toBe(404);
  await context.close();
});

test('what a draft asks can be chosen anew: instruments of one’s own choice, and back', async () => {
  const context = await ownersBrowser();
  const page = await context.newPage();
  await page.goto(`${server.origin}/studies/new`);
  await page.getByLabel('Title of the study').fill('Own choice');
  await page.getByRole('radio', { name: 'My own choice of questionnaires' }).check();
  await page.getByRole('button', { name: 'Make the study and continue' }).click();
  await page.getByText('Choose at least one questionnaire.').waitFor();
  await page.getByRole('checkbox', { name: 'Work burnout, short' }).check();
  await page.getByRole('checkbox', { name: 'Whether the answers may be used in research' }).check();
  await page.getByRole('button', { name: 'Make the study and continue' }).click();
  await heading(page, /Which teams/);
  const id = /studies\/([a-z0-9-]+)/.exec(page.url())![1]!;
  const partsOf = async () => {
    const { groups } = await staff.ask<{ groups: { id: string; plan: { parts: { id: string }[] } }[] }>(
      'GET',
      `/studies/${id}/groups`,
    );
    return Object.fromEntries(groups.map((group) => [group.id, group.plan.parts.map((part) => part.id)]));
  };
  expect(await partsOf()).toEqual({ everybody: ['reuse', 'work-burnout', 'remark'] });

  await page.getByRole('link', { name: /Questions/ }).click();
  await heading(page, /What do you want to ask/);
  expect(await page.getByRole('checkbox', { name: 'Work burnout, short' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Peer team pulse' }).check();
  await page.getByRole('checkbox', { name: 'A question for free text in the end' }).uncheck();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await heading(page, /Which teams/);
  const parts = await partsOf();
  expect(Object.keys(parts).sort()).toEqual(['managers', 'peer-workers', 'service-users', 'staff']);
  expect(parts.managers).toEqual(['reuse', 'work-satisfaction', 'peer-readiness-manager', 'work-burnout']);
  await context.close();
});

test('axe finds nothing in the set-up and on the page of a study, in light and dark, narrow and wide', async () => {
  const { id } = await openStudy('Looked at');
  const context = await ownersBrowser();
  const page = await context.newPage();
  const pages = {
    '/': '.own .card',
    '/studies/new': 'form',
    [`/studies/${id}`]: '.answered p',
    ...Object.fromEntries(
      ['what', 'teams', 'groups', 'protection', 'waves', 'start'].map((step) => [
        `/studies/${id}?step=${step}`,
        ':is(.step-list ~ .card, .step-list ~ * .card)',
      ]),
    ),
  };
  for (const [place, [path, ready]] of Object.entries(pages).entries()) {
    for (const lang of languagesOf(place)) {
      await page.goto(`${server.origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await page.locator(`main ${ready}`).first().waitFor();
      // what is folded is looked at too; what asks before it does something stays folded
      const closed = page.locator('main .expandable > [aria-expanded=false]');
      while ((await closed.count()) > 0) await closed.first().click();
      await expectAccessibleInLooks(page, `${path}, ${lang}`);
    }
  }
  await context.close();
});
