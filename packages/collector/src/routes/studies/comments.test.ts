import { describe, expect, test } from 'vitest';
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
    const ward = await wardStudy(await engine.newAddress(), { linkage: 'none' });
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
    const ward = await wardStudy(await engine.newAddress(), { linkage: 'none' });
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

  test('those who were not asked do not count, and nothing written is no data', async () => {
    const ward = await wardStudy(await engine.newAddress(), { linkage: 'none' });
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
