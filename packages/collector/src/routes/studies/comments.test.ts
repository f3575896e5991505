import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../access/audit/verify-audit.ts';
import type { CommentResults } from '../../results/results-types.ts';
import { answerWave, closeWaveOf } from '../../studies/test/answer-wave.ts';
import { staffAnswers, type Ward, wardStudy } from '../../studies/test/ward-study.ts';
import { testEngines } from '../../test/engines.ts';
import { problemOf } from '../../test/tea-collector.ts';

const remark = (text: string) => (number: number) => ({ ...staffAnswers, remarks: `${text} ${number}` });

async function commentsOf(ward: Ward, query = '', browser = ward.owner): Promise<CommentResults['parts']> {
  const response = await browser.send('GET', `/studies/${ward.study}/results/comments${query}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as CommentResults).parts;
}

describe.each(testEngines())('comments in %s', (_, engine) => {
  test('all teams together, in an order that says nothing, and only when the wave is closed', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    await answerWave(ward, wave, { count: 12, answers: remark('red') });
    await answerWave(ward, wave, { team: 'blue', count: 3, answers: remark('blue') });
    const path = `/studies/${ward.study}/results/comments`;
    for (const query of ['', '?wave=1']) {
      const open = await problemOf(await ward.owner.send('GET', `${path}${query}`));
      expect(open.type).toBe('urn:peerscale:problem:wave-state');
    }
    await closeWaveOf(ward, wave);
    const [part, ...others] = await commentsOf(ward);
    expect(others).toEqual([]);
    expect(part).toMatchObject({ id: 'remarks', question: { cs: 'Ještě něco?' }, minimum: 10 });
    const texts = part!.comments.status === 'shown' ? part!.comments.value : [];
    const written = [...Array(12).keys()].map((n) => `red ${n}`).concat(['blue 0', 'blue 1', 'blue 2']);
    expect([...texts].sort()).toEqual(written.sort());
    // neither as they came nor as they lie
    const stored = await ward.server.access.store.db
      .selectFrom('other_answer')
      .select('value')
      .where('part', '=', 'remarks')
      .orderBy('key_digest')
      .execute();
    expect(texts).not.toEqual(written);
    expect(texts).not.toEqual(stored.map(({ value }) => value));
    expect(JSON.stringify(part)).not.toMatch(/key_digest|team_id|Red team|"day"/);

    const response = await ward.owner.send('GET', path);
    const tag = response.headers.get('ETag')!;
    expect((await ward.owner.send('GET', path, undefined, { 'If-None-Match': tag })).status).toBe(304);
  });

  test('held back where fewer have answered than the minimum, not fewer written; who may know why hears it', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    const answers = (number: number) => (number === 3 ? remark('only')(3) : { ...staffAnswers, remarks: '' });
    const receipts = await answerWave(ward, wave, { count: 10, answers });
    await closeWaveOf(ward, wave);
    expect((await commentsOf(ward))[0]!.comments).toEqual({ status: 'shown', value: ['only 3'] });
    // one takes the answers back, and nine are left
    await ward.server.browser().send('POST', '/withdrawals', { receipt: receipts[0] });
    expect((await commentsOf(ward))[0]!.comments).toEqual({
      status: 'suppressed',
      reason: { code: 'too-small', minimum: 10 },
    });
    const { email } = await ward.server.addAccount(ward.organisation, 'viewer');
    const viewer = ward.server.browser();
    await viewer.signIn(email);
    expect((await commentsOf(ward, '?wave=1', viewer))[0]!.comments).toEqual({ status: 'suppressed', reason: null });
    // of managers alone, who are not asked, nobody could have written
    await ward.ask('PATCH', `/studies/${ward.study}`, { minimumTextSize: 12 });
    expect((await commentsOf(ward))[0]!.minimum).toBe(12);
  });

  test('who takes a text back takes others along, so that two readings do not tell which it was', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    const receipts = await answerWave(ward, wave, { count: 34, answers: remark('red') });
    await closeWaveOf(ward, wave);
    const read = async () => {
      const { comments } = (await commentsOf(ward))[0]!;
      return comments.status === 'shown' ? comments.value : [];
    };
    const takeBack = (number: number) =>
      ward.server.browser().send('POST', '/withdrawals', { receipt: receipts[number] });
    const numberOf = (text: string) => Number(text.replace('red ', ''));
    const before = await read();
    expect(before).toHaveLength(34);
    await takeBack(5);
    const after = await read();
    expect(await read()).toEqual(after);
    const missing = before.filter((text) => !after.includes(text));
    expect(after.every((text) => before.includes(text))).toBe(true);
    expect(missing).toContain('red 5');
    expect(missing.length).toBeGreaterThanOrEqual(10);
    // neither is the order that of before, without the missing ones
    expect(after).not.toEqual(before.filter((text) => after.includes(text)));
    // a second one of those changes nothing that can be seen
    await takeBack(numberOf(missing.find((text) => text !== 'red 5')!));
    expect(await read()).toEqual(after);
    await takeBack(numberOf(after[0]!));
    const last = await read();
    expect(last).not.toContain(after[0]);
    expect(after.length - last.length).toBeGreaterThanOrEqual(10);
    // the text itself is deleted at once
    const stored = await ward.server.access.store.db
      .selectFrom('other_answer')
      .select('value')
      .where('part', '=', 'remarks')
      .execute();
    expect(stored.map(({ value }) => value)).not.toContain('red 5');
    expect(stored).toHaveLength(31);
    // and nothing of it is in what is kept of the batches
    const kept = await ward.server.access.store.db.selectFrom('report_release').select('released').execute();
    expect(JSON.stringify(kept)).not.toContain('red ');
  });

  test('who reads texts leaves a line in the audit log, who takes them back does not', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    const [receipt] = await answerWave(ward, wave, { count: 22, answers: remark('red') });
    const { db } = ward.server.access.store;
    const lines = async () => {
      await ward.server.access.settled();
      const rows = await db.selectFrom('audit').selectAll().orderBy('sequence').execute();
      return rows.filter(({ action }) => !['signed-in', 'request-refused'].includes(action));
    };
    await closeWaveOf(ward, wave);
    const path = `/studies/${ward.study}/results/comments`;
    const { length } = await lines();
    const { email, id } = await ward.server.addAccount(ward.organisation, 'viewer');
    const viewer = ward.server.browser();
    await viewer.signIn(email);
    const response = await viewer.send('GET', path);
    const kept = { 'If-None-Match': response.headers.get('ETag')! };
    expect((await viewer.send('GET', path, undefined, kept)).status).toBe(304);
    await ward.server.browser().send('POST', '/withdrawals', { receipt });
    expect((await viewer.send('GET', path, undefined, kept)).status).toBe(200);
    const own = (await lines()).slice(length);
    // the same line each time: no number in it says that there are fewer texts now
    expect(own.map(({ action, subject, detail }) => [action, subject, JSON.parse(detail)])).toEqual(
      Array(3).fill(['comments-read', `wave ${wave}`, { study: ward.study, wave: 1 }]),
    );
    expect(own.map(({ account_id }) => account_id)).toEqual(Array(3).fill(id));
    // what nobody was shown, nobody has read
    await viewer.send('GET', `${path}?wave=9`);
    await ward.ask('PATCH', `/studies/${ward.study}`, { minimumTextSize: 50 });
    const before = await lines();
    expect((await viewer.send('GET', path)).status).toBe(200);
    expect(await lines()).toEqual(before);
    expect(await verifyAudit(db)).toMatchObject({ intact: true });
  });

  test('those who were not asked do not count, and nothing written is no data', async () => {
    const ward = await wardStudy(await engine.storeAddress(), { linkage: 'none' });
    const wave = await ward.startWave();
    await answerWave(ward, wave, { count: 9, answers: remark('staff') });
    const liking = () => ({ tea: { 'tea-calms': 2, 'tea-spoils': 3 } });
    await answerWave(ward, wave, { group: 'managers', count: 8, answers: liking });
    await closeWaveOf(ward, wave);
    expect((await commentsOf(ward))[0]!.comments.status).toBe('suppressed');
    const next = await ward.startWave();
    await answerWave(ward, next, { count: 11, answers: () => ({ ...staffAnswers, remarks: '  ' }) });
    await closeWaveOf(ward, next);
    expect((await commentsOf(ward))[0]!.comments).toEqual({ status: 'no-data' });
    expect((await commentsOf(ward, '?wave=1'))[0]!.comments.status).toBe('suppressed');
    const none = await ward.owner.send('GET', `/studies/${ward.study}/results/comments?wave=3`);
    expect((await problemOf(none)).errors?.[0]?.path).toBe('query.wave');
  });
});
