import type { BrowserContext, Page } from 'playwright-core';
import type { DemoServer } from '../test/helpers/demo-server.ts';
import { fillIn, workBurnoutWording } from '../test/helpers/fill-in.ts';
import type { Staff } from '../test/helpers/staff.ts';

/** A page of the product as somebody has it before them. */
export interface Picture {
  readonly name: string;
  readonly height: number;
  /** whose browser it is */
  readonly who: 'nobody' | 'visitor' | 'owner';
  readonly go: (page: Page) => Promise<unknown>;
}

const EXAMPLE = '/studies/example-team-pulse';
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor();
const quiet = (page: Page) => page.waitForLoadState('networkidle');
const at = (path: string) => async (page: Page) => {
  await page.goto('about:blank');
  await page.goto(path);
  await heading(page);
  await quiet(page);
};

/** A study of the owner's that is being set up, and one with an open wave. */
export interface OwnStudies {
  readonly draft: string;
  readonly open: string;
  readonly wave: string;
}

/** Makes both, without a browser. */
export async function ownStudies(owner: Staff): Promise<OwnStudies> {
  const make = async (title: string) => {
    const body = { title: { en: title, cs: title }, locales: ['en', 'cs'], retentionDays: 730 };
    const { study } = await owner.ask<{ study: { id: string } }>('POST', '/studies', body, 201);
    const teams = ['Birch ward', 'Maple ward', 'Night line'].map((name) => ({
      id: name.toLowerCase().replace(' ', '-'),
      name,
      setting: name === 'Night line' ? 'community' : 'inpatient',
    }));
    await owner.ask('POST', `/studies/${study.id}/teams`, { teams });
    const plan = {
      format: 'peerscale/form-plan@1',
      id: 'ward',
      version: '1.0.0',
      parts: [{ kind: 'instrument', id: 'burnout', instrument: 'work-burnout', version: '1.0.0' }],
    };
    await owner.ask('PUT', `/studies/${study.id}/groups/staff`, { name: 'Staff', plan });
    const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
    const content = { name: 'Winter', opensOn: day(0), closesOn: day(14), reminders: [day(7)] };
    const { wave } = await owner.ask<{ wave: { id: string } }>('POST', `/studies/${study.id}/waves`, content, 201);
    return { id: study.id, wave: wave.id };
  };
  const draft = await make('How are we? 2028');
  const open = await make('How are we? 2027');
  await owner.ask('POST', `/studies/${open.id}/open`);
  await owner.ask('POST', `/studies/${open.id}/waves/${open.wave}/start`);
  return { draft: draft.id, open: open.id, wave: open.wave };
}

/** A link is good once, and every picture is taken at two widths. */
let invited = 0;

/** Every page, in the order in which people come to them. */
export function productPictures(server: DemoServer, owner: Staff, own: OwnStudies): readonly Picture[] {
  const wording = workBurnoutWording('en');
  const answers = Object.fromEntries(Object.keys(wording.items).map((item, place) => [item, 1 + (place % 5)]));
  const invitation = async () => {
    const { url } = await owner.ask<{ url: string }>('POST', `/studies/${own.open}/waves/${own.wave}/links`, {}, 201);
    return url.replace(server.origin, '');
  };
  const invite = async () => {
    invited += 1;
    const somebody = { name: 'Petr Novak', email: `petr${invited}@hillside.example`, role: 'viewer', locale: 'en' };
    return owner.ask<{ account: { id: string }; link: string }>('POST', '/accounts', somebody, 201);
  };
  const openForm = (path: () => Promise<string>) => async (page: Page) => {
    await page.goto(await path());
    await page.getByLabel('New password').waitFor();
  };
  const step = (name: string, height = 1100): Picture => ({
    name: `product-set-up-${name}`,
    height,
    who: 'owner',
    go: at(`/studies/${own.draft}?step=${name}`),
  });
  const begun = async (page: Page) => {
    await at(await invitation())(page);
    await page.getByRole('radio').first().waitFor();
  };
  const chosen = async (page: Page) => {
    await begun(page);
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('radiogroup').first().waitFor();
  };
  return [
    { name: 'product-welcome', height: 1000, who: 'nobody', go: at('/') },
    { name: 'product-sign-in', height: 800, who: 'nobody', go: at('/sign-in') },
    { name: 'product-join', height: 800, who: 'nobody', go: openForm(async () => (await invite()).link) },
    {
      name: 'product-reset',
      height: 800,
      who: 'nobody',
      go: openForm(async () => {
        const { accounts } = await owner.ask<{ accounts: { id: string; role: string }[] }>('GET', '/accounts');
        const { id } = accounts.find(({ role }) => role === 'owner')!;
        return (await owner.ask<{ link: string }>('POST', `/accounts/${id}/reset`, undefined, 201)).link;
      }),
    },
    { name: 'product-not-found', height: 700, who: 'nobody', go: at('/nowhere') },
    { name: 'product-answer', height: 1300, who: 'nobody', go: begun },
    { name: 'product-answer-form', height: 1200, who: 'nobody', go: chosen },
    {
      name: 'product-answer-receipt',
      height: 1100,
      who: 'nobody',
      async go(page) {
        await chosen(page);
        await fillIn(page, wording, answers);
        await page.getByRole('button', { name: 'Send answers' }).click();
        await page.locator('.receipt code').waitFor();
      },
    },
    { name: 'product-rights', height: 1300, who: 'nobody', go: at('/rights') },
    { name: 'product-withdraw', height: 700, who: 'nobody', go: at('/withdraw') },
    { name: 'product-studies', height: 900, who: 'owner', go: at('/') },
    { name: 'product-new-study', height: 1300, who: 'owner', go: at('/studies/new') },
    step('teams', 1500),
    step('groups'),
    step('protection', 1600),
    step('waves', 1400),
    step('start'),
    { name: 'product-study', height: 1500, who: 'owner', go: at(`/studies/${own.open}`) },
    { name: 'product-accounts', height: 1000, who: 'owner', go: at('/accounts') },
    { name: 'product-account', height: 1200, who: 'owner', go: at('/account') },
    { name: 'product-log', height: 1000, who: 'owner', go: at('/audit') },
    { name: 'product-results', height: 2600, who: 'visitor', go: at(`${EXAMPLE}/results`) },
    { name: 'product-report', height: 2400, who: 'visitor', go: at(`${EXAMPLE}/teams/ward-birch/report`) },
    { name: 'product-actions', height: 1000, who: 'visitor', go: at(`${EXAMPLE}/teams/ward-birch/actions`) },
  ];
}

/** Gives a browser somebody's session. */
export async function signedIn(context: BrowserContext, staff: Staff): Promise<void> {
  await context.addCookies(staff.cookies());
  await context.addInitScript(() => {
    if (location.protocol === 'http:') localStorage.setItem('peerscale:signed-in', 'yes');
  });
}
