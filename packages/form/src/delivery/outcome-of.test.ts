import { expect, test } from 'vitest';
import { outcomeOf } from './outcome-of.ts';

const outcome = (status: number, body: unknown = null, headers: Record<string, string> = {}) =>
  outcomeOf(new Response(body === null ? null : JSON.stringify(body), { status, headers }), 0);

test('any 2xx is saved, with or without a body that can be read', async () => {
  for (const status of [200, 201, 202, 204]) {
    expect(await outcome(status)).toEqual({ status: 'saved', earlier: false, answer: {} });
  }
  const cut = new ReadableStream({ pull: (controller) => controller.error(new TypeError('cut')) });
  expect(await outcomeOf(new Response(cut, { status: 201 }), 0)).toMatchObject({ status: 'saved' });
});

test('what the server says in JSON when it takes a record is handed on; what breaks off or is no object is left out', async () => {
  const json = { 'Content-Type': 'application/json; charset=utf-8' };
  const receipt = { stored: true, receipt: '7QK2' };
  expect(await outcome(201, receipt, json)).toEqual({ status: 'saved', earlier: false, answer: receipt });
  const saved = { status: 'saved', earlier: false, answer: {} };
  const cut = new ReadableStream({ pull: (controller) => controller.error(new TypeError('cut')) });
  for (const body of ['{"stored":', '', '[1]', '"yes"', cut]) {
    expect(await outcomeOf(new Response(body, { status: 201, headers: json }), 0)).toEqual(saved);
  }
});

test('a web page is not an answer: a log-in says 200 to everything', async () => {
  const page = { 'Content-Type': 'text/html; charset=utf-8' };
  expect(await outcome(200, 'page', page)).toEqual({ status: 'retry', reason: 'unexpected-answer', asked: null });
  expect(await outcome(302)).toMatchObject({ status: 'retry', reason: 'unexpected-answer' });
});

test('what can succeed later is tried again, when the server says', async () => {
  for (const status of [408, 425, 429, 503]) {
    expect(await outcome(status, null, { 'Retry-After': '9' })).toEqual({
      status: 'retry',
      reason: 'busy',
      asked: 9_000,
    });
  }
  for (const status of [500, 502, 504, 507]) {
    expect(await outcome(status)).toEqual({ status: 'retry', reason: 'server-error', asked: null });
  }
});

test('the collector’s 409 means that the record of this key is there; another 409 may still be worked on', async () => {
  const conflict = { type: 'urn:peerscale:problem:idempotency-conflict' };
  expect(await outcome(409, conflict)).toEqual({ status: 'saved', earlier: true });
  expect(await outcome(409, { type: 'about:blank' })).toMatchObject({ status: 'retry', reason: 'busy' });
  expect(await outcome(409)).toMatchObject({ status: 'retry' });
});

test('what is left of 4xx is refused, with what the problem details say', async () => {
  const problem = {
    title: 'The response record does not fit the study.',
    detail: 'One error.',
    errors: [{ path: 'answers.late', code: 'code-out-of-range', message: '9 is not one of 0, 1' }, 'odd', null],
  };
  expect(await outcome(422, problem)).toEqual({
    status: 'refused',
    refusal: {
      status: 422,
      title: problem.title,
      detail: 'One error.',
      errors: ['answers.late: 9 is not one of 0, 1', ': ', ': '],
    },
  });
  for (const status of [400, 401, 403, 404, 405, 413, 415]) {
    expect(await outcome(status)).toEqual({
      status: 'refused',
      refusal: { status, title: `HTTP ${status}`, errors: [] },
    });
  }
});

test('hostile problem details stay short and are text', async () => {
  const long = 'x'.repeat(100_000);
  const errors = Array(999).fill({ path: long, message: long });
  const result = await outcome(400, { title: long, detail: { toString: 1 }, errors });
  if (result.status !== 'refused') throw new Error('refused');
  const { refusal } = result;
  expect(refusal.title).toHaveLength(500);
  expect(refusal.detail).toBeUndefined();
  expect(refusal.errors).toHaveLength(50);
  expect(refusal.errors[0]).toHaveLength(500);
});
