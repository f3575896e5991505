import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../../test-utils/src/browser.ts';
import type { LocalServer } from '../../test-utils/src/listen-locally.ts';
import type { Draft, KeepMode } from '../src/index.ts';
import { serveForm } from './support/serve-form.ts';

let browser: Browser;
let server: LocalServer;
let context: BrowserContext;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveForm()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  context = await browser.newContext();
  complaints.length = 0;
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

async function open(address = `${server.origin}/`): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(address);
  await page.waitForFunction(() => 'form' in window);
  return page;
}

const SECRET = 'words-nobody-may-read';
const draft = (answers: Draft['answers'], sitting = 'one'): Draft => ({
  format: 'peerscale/draft@2',
  form: 'day@1.0.0',
  idempotencyKey: `sitting-${sitting}`,
  startedAt: '2026-11-21T08:00:00.000Z',
  answers,
  codings: {},
});

const save = (page: Page, value: Draft, mode: KeepMode = 'tab') =>
  page.evaluate(
    async ([draft, mode]) => {
      const store = window.form.openAnswerStore({ key: 'spring', mode });
      return { kept: await store.save(draft), problem: store.problem };
    },
    [value, mode] as const,
  );
const load = (page: Page, mode: KeepMode = 'tab', key = 'spring') =>
  page.evaluate(([key, mode]) => window.form.openAnswerStore({ key, mode }).load(), [key, mode] as const);

/** Every row on the disk as text, every byte a character, and the type of every key. */
const disk = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('peerscale-form')) return { rows: [], text: '', keys: [] };
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await result(indexedDB.open('peerscale-form'));
    const transaction = db.transaction(['rows', 'keys']);
    const [places, rows, keys] = await Promise.all([
      result(transaction.objectStore('rows').getAllKeys()),
      result(transaction.objectStore('rows').getAll()),
      result(transaction.objectStore('keys').getAll()),
    ]);
    const text = rows.map(
      ({ data, ...rest }) => `${JSON.stringify(rest)}${String.fromCharCode(...new Uint8Array(data))}`,
    );
    const exported = await Promise.all(
      keys.map((key: CryptoKey) =>
        crypto.subtle.exportKey('raw', key).then(
          () => 'readable',
          (e: Error) => e.name,
        ),
      ),
    );
    db.close();
    return { rows: places as string[][], text: JSON.stringify(places) + text.join(), keys: exported };
  });

test('tab: answers are there after a reload, and for nobody else', async () => {
  const page = await open();
  expect(await load(page)).toBeNull();
  expect(await save(page, draft({ role: SECRET }))).toEqual({ kept: true, problem: null });
  await page.reload();
  await page.waitForFunction(() => 'form' in window);
  expect(await load(page)).toEqual(draft({ role: SECRET }));
  expect(await load(page, 'tab', 'autumn')).toBeNull();
  expect(await load(page, 'device')).toBeNull();
  const other = await open();
  expect(await load(other)).toBeNull();
  await page.close();
  expect(await load(await open())).toBeNull();
});

test('what is on the disk is encrypted: neither answers nor the key of the sitting can be read', async () => {
  const page = await open();
  for (const mode of ['tab', 'device'] as const) await save(page, draft({ role: SECRET }), mode);
  await page.evaluate(async () => {
    await window.form.openAnswerStore({ key: 'spring' }).outbox.put({ idempotencyKey: 'sitting-two' });
  });
  const { rows, text, keys } = await disk(page);
  expect(rows).toHaveLength(3);
  expect(text).not.toMatch(new RegExp(`${SECRET}|sitting-|2026-11`));
  expect(keys).toEqual(['InvalidAccessError']);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('device: answers are there after closing, until they are cleared', async () => {
  const page = await open();
  await save(page, draft({ role: SECRET }), 'device');
  await page.close();
  const again = await open();
  expect(await load(again, 'device')).toEqual(draft({ role: SECRET }));
  await again.evaluate(() => window.form.openAnswerStore({ key: 'spring', mode: 'device' }).clear());
  expect(await load(again, 'device')).toBeNull();
  expect((await disk(again)).rows).toEqual([]);
});

test('none: nothing at all is left on the computer', async () => {
  const page = await open();
  expect(await save(page, draft({ role: SECRET }), 'none')).toEqual({ kept: false, problem: 'off' });
  expect(await load(page, 'none')).toBeNull();
  const kept = await page.evaluate(async () => {
    const store = window.form.openAnswerStore({ key: 'spring', mode: 'none' });
    const put = await store.outbox.put({ idempotencyKey: 'x' });
    await store.clear();
    await store.outbox.remove('x');
    store.close();
    return [
      put,
      await store.outbox.list(),
      (await indexedDB.databases()).length,
      sessionStorage.length,
      localStorage.length,
    ];
  });
  expect(kept).toEqual([false, [], 0, 0, 0]);
});

test('tabs on one device put their answers together, however they interleave', async () => {
  const pages = await Promise.all([open(), open(), open()]);
  const items = (tab: number) => Array.from({ length: 25 }, (_, n) => `t${tab}-${n}`);
  await Promise.all(
    pages.map((page, tab) =>
      page.evaluate(
        async ([base, items]) => {
          const store = window.form.openAnswerStore({ key: 'spring', mode: 'device' });
          const answers: Record<string, number> = {};
          for (const item of items) {
            answers[item] = 1;
            await store.save({ ...base, answers: { day: { ...answers } } });
          }
        },
        [draft({}), items(tab)] as const,
      ),
    ),
  );
  const kept = await load(pages[0]!, 'device');
  expect(Object.keys(kept!.answers.day as object).sort()).toEqual([0, 1, 2].flatMap(items).sort());
});

/** Saves in the page, and lets it do nothing else ever again; afterwards the tab is closed. */
async function saveInTheLastTask(page: Page, known: Draft | null, value: Draft): Promise<void> {
  await page.evaluate(async (known) => {
    window.kept.store = window.form.openAnswerStore({ key: 'spring', mode: 'device' });
    // the database is open after this, as it is in a form that can be answered
    if (known === null) await window.kept.store.load();
    else await window.kept.store.save(known);
  }, known);
  let tell = () => {};
  const saved = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.exposeFunction('saved', () => tell());
  await page.evaluate((value) => {
    setTimeout(async () => {
      void window.kept.store!.save(value);
      // promises still go on after this; no other task does
      for (let turn = 0; turn < 200; turn++) await null;
      void (window as unknown as { saved(): Promise<void> }).saved();
      for (;;);
    });
  }, value);
  await saved;
  await page.close();
}

test('an answer outlives a tab that dies in the same task', async () => {
  for (let time = 0; time < 3; time++) {
    const value = draft({ day: { a: time } }, `time-${time}`);
    await saveInTheLastTask(await open(), null, value);
    expect(await load(await open(), 'device')).toEqual(value);
  }
});

test('what a tab that died left is put together with what other tabs wrote, once', async () => {
  const other = await open();
  await other.evaluate(async (base) => {
    window.kept.store = window.form.openAnswerStore({ key: 'spring', mode: 'device' });
    await window.kept.store.save({ ...base, answers: { day: { theirs: 1 } } });
  }, draft({}));
  await saveInTheLastTask(await open(), draft({ day: { ours: 1 } }), draft({ day: { ours: 2 } }));
  expect((await disk(other)).rows).toHaveLength(2);
  expect(await load(other, 'device')).toEqual(draft({ day: { theirs: 1, ours: 2 } }));
  expect((await disk(other)).rows).toHaveLength(1);

  // an answer after that is the later one
  await save(other, draft({ day: { theirs: 1, ours: 3 } }), 'device');
  expect(await load(await open(), 'device')).toEqual(draft({ day: { theirs: 1, ours: 3 } }));
});

test('what a tab that died left goes with its sitting: handed over or cleared, it does not come back', async () => {
  for (const end of ['hand over', 'remove', 'clear'] as const) {
    const page = await open();
    await page.evaluate(
      async (base) => {
        window.kept.store = window.form.openAnswerStore({ key: 'spring', mode: 'device' });
        await window.kept.store.save(base);
      },
      draft({ day: { a: 1 } }),
    );
    await saveInTheLastTask(await open(), draft({ day: { a: 1 } }), draft({ day: { a: 2 } }));
    expect((await disk(page)).rows).toHaveLength(2);
    await page.evaluate(async (end) => {
      const { store } = window.kept;
      if (end === 'hand over') await store!.outbox.put({ idempotencyKey: 'sitting-one' });
      else if (end === 'remove') await store!.outbox.remove('sitting-one');
      else await store!.clear();
    }, end);
    expect(await load(await open(), 'device')).toBeNull();
    await page.evaluate(() => window.kept.store!.outbox.remove('sitting-one'));
    expect((await disk(page)).rows).toEqual([]);
  }
});

test('a duplicated tab goes on with the same answers', async () => {
  const page = await open();
  await save(page, draft({ day: { a: 1 } }));
  const [copy] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open('/'))]);
  await copy.waitForFunction(() => 'form' in window);
  expect(await load(copy)).toEqual(draft({ day: { a: 1 } }));
});

test('of many saves at once the last is kept; what is cleared in between is gone', async () => {
  const page = await open();
  const results = await page.evaluate(async (base) => {
    const store = window.form.openAnswerStore({ key: 'spring' });
    const saves = Array.from({ length: 50 }, (_, n) => store.save({ ...base, answers: { day: { a: n } } }));
    const first = await Promise.all(saves);
    const last = await store.load();
    void store.save({ ...base, answers: { day: { a: 1, b: 1 } } });
    void store.clear();
    await store.save({ ...base, answers: { day: { c: 1 } } });
    return [first.every(Boolean), last, await store.load()] as const;
  }, draft({}));
  expect(results).toEqual([true, draft({ day: { a: 49 } }), draft({ day: { c: 1 } })]);
});

test('handing over moves the answers: the record is there, its draft is not, another sitting is untouched', async () => {
  const page = await open();
  const kept = await page.evaluate(
    async ([one, two]) => {
      const store = window.form.openAnswerStore({ key: 'spring' });
      await store.save(two);
      await store.save(one);
      const put = await store.outbox.put({ idempotencyKey: one.idempotencyKey });
      await store.outbox.put({ idempotencyKey: 'third' });
      const after = [put, await store.outbox.list(), await store.load()];
      await store.outbox.remove(one.idempotencyKey);
      await store.outbox.remove(two.idempotencyKey);
      return [...after, await store.outbox.list(), await store.load()];
    },
    [draft({ role: 'x' }), draft({ role: 'y' }, 'two')] as const,
  );
  expect(kept).toEqual([
    true,
    [{ idempotencyKey: 'sitting-one' }, { idempotencyKey: 'third' }],
    draft({ role: 'y' }, 'two'),
    [{ idempotencyKey: 'third' }],
    null,
  ]);
});

test('a row that was changed or moved is not read, and does not stop the next save', async () => {
  const page = await open();
  await save(page, draft({ role: 'x' }), 'device');
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('peerscale-form');
      request.onsuccess = () => resolve(request.result);
    });
    const rows = db.transaction('rows', 'readwrite').objectStore('rows');
    await new Promise<void>((resolve) => {
      rows.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
        const [, ...place] = cursor.key as string[];
        rows.put(cursor.value, ['autumn', ...place]);
        rows.put(cursor.value, ['spring', 'device', 'draft', 'another sitting']);
        const bytes = new Uint8Array(cursor.value.data);
        bytes[0]! ^= 1;
        cursor.update({ ...cursor.value, data: bytes.buffer }).onsuccess = () => resolve();
      };
    });
    db.close();
  });
  expect(await load(page, 'device')).toBeNull();
  expect(await load(page, 'device', 'autumn')).toBeNull();
  expect(await save(page, draft({ role: 'z' }), 'device')).toEqual({ kept: true, problem: null });
  expect(await load(page, 'device')).toEqual(draft({ role: 'z' }));
});

test('what a closed tab left behind is removed after 30 days, what is on the device is not', async () => {
  const page = await open();
  await save(page, draft({ role: 'x' }));
  await save(page, draft({ role: 'x' }), 'device');
  await page.close();
  const later = await open();
  const loadAfter = (days: number) =>
    later.evaluate(async (days) => {
      const now = () => Date.now() + days * 24 * 60 * 60 * 1000;
      await window.form.openAnswerStore({ key: 'spring', now }).load();
    }, days);
  await loadAfter(29);
  expect((await disk(later)).rows).toHaveLength(2);
  await loadAfter(31);
  await expect.poll(async () => (await disk(later)).rows.map(([, owner]) => owner)).toEqual(['device']);
});

test.each<[string, string, string]>([
  [
    'denied',
    'Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } })',
    'denied',
  ],
  ['not there', 'Object.defineProperty(window, "indexedDB", { value: undefined })', 'denied'],
  [
    'denied when opened',
    'IDBFactory.prototype.open = () => { throw new DOMException("no", "InvalidStateError"); }',
    'denied',
  ],
  ['full', 'IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }', 'full'],
  ['without an answer', 'IDBFactory.prototype.open = () => ({})', 'failed'],
  [
    'a denied session',
    'Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError"); } })',
    'denied',
  ],
  ['without encryption', 'Object.defineProperty(crypto, "subtle", { value: undefined })', 'insecure'],
])('a storage that is %s is an answer, never an exception', async (_, script, problem) => {
  await context.addInitScript(script);
  const page = await open();
  const answers = await page.evaluate(
    async (draft) => {
      const store = window.form.openAnswerStore({ key: 'spring', timeout: 200 });
      const kept = await store.save(draft);
      const { problem } = store;
      const put = await store.outbox.put({ idempotencyKey: 'x' });
      const loaded = await store.load();
      await store.clear();
      await store.outbox.remove('x');
      store.close();
      return { kept, problem, put, loaded };
    },
    draft({ role: 'x' }),
  );
  expect(answers).toEqual({ kept: false, problem, put: false, loaded: null });
});

test('a page without https keeps nothing, and says why', async () => {
  await context.route('http://intranet.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await fetch(server.origin + pathname);
    await route.fulfill({ body: await response.text(), contentType: response.headers.get('content-type')! });
  });
  const page = await open('http://intranet.test/');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  expect(await save(page, draft({ role: 'x' }))).toEqual({ kept: false, problem: 'insecure' });
});

test('a database that is deleted under way comes back', async () => {
  const page = await open();
  const kept = await page.evaluate(
    async (draft) => {
      const store = window.form.openAnswerStore({ key: 'spring' });
      await store.save(draft);
      await new Promise((resolve) => {
        indexedDB.deleteDatabase('peerscale-form').onsuccess = resolve;
      });
      const [first, second] = [await store.save(draft), await store.save(draft)];
      return [first || second, await store.load()];
    },
    draft({ role: 'x' }),
  );
  expect(kept).toEqual([true, draft({ role: 'x' })]);
});
