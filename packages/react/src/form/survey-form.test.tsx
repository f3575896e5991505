import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { instrument } from '../../fixtures/instrument.ts';
import { czech, english, hostile } from '../../fixtures/text-packs.ts';
import { SurveyForm } from './survey-form.tsx';

const submit = async () => {};
const complaints = { error: vi.spyOn(console, 'error'), warn: vi.spyOn(console, 'warn') };
beforeEach(() => void vi.clearAllMocks());
afterEach(() => {
  expect(complaints.error.mock.calls).toEqual([]);
  expect(complaints.warn.mock.calls).toEqual([]);
});

const rendered = (textPack: typeof english, draftKey?: string) =>
  renderToString(
    <StrictMode>
      <SurveyForm instrument={instrument} textPack={textPack} onSubmit={submit} draftKey={draftKey} />
    </StrictMode>,
  );

test('is rendered on a server without a warning, without inline styles sheets, alike every time', () => {
  const html = rendered(english, 'spring');
  expect(html).toContain('I had a say in how my day was planned.');
  expect(html).toContain('Send answers');
  expect(html).not.toContain('<style');
  expect(html.length).toBeLessThan(30_000);
  expect(rendered(english, 'spring')).toBe(html);
});

test('each item is a radio group named by its own text', () => {
  const html = rendered(czech);
  const groups = [...html.matchAll(/<fieldset[^>]*role="radiogroup"[^>]*aria-labelledby="([^"]+)"/g)];
  expect(groups).toHaveLength(instrument.items.length);
  for (const [, id] of groups) expect(html.split(`id="${id}"`)).toHaveLength(2);
});

test('two forms on a page share no id', () => {
  const html = renderToString(
    <>
      <SurveyForm instrument={instrument} textPack={english} onSubmit={submit} />
      <SurveyForm instrument={instrument} textPack={czech} onSubmit={submit} />
    </>,
  );
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(60);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the interface speaks the language of the wording, or the one asked for', () => {
  expect(rendered(czech)).toContain('Odeslat odpovědi');
  const html = renderToString(<SurveyForm instrument={instrument} textPack={czech} locale="en" onSubmit={submit} />);
  expect(html).toContain('Send answers');
  expect(html).toMatch(/<section[^>]* lang="en"/);
  expect(html).toMatch(/class="peerscale-questions" lang="cs"/);
  const own = { submit: 'Hand in' };
  expect(
    renderToString(<SurveyForm instrument={instrument} textPack={english} labels={own} onSubmit={submit} />),
  ).toContain('Hand in');
});

test('hostile wording is text', () => {
  const html = rendered(hostile);
  expect(html).not.toMatch(/<(?:script|img|b)\b/);
  expect(html).not.toMatch(/<svg onload/);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toContain('\u2060');
});

test('a pack that does not fit is a programming error', () => {
  expect(() => rendered({ ...english, instrument: 'olbi' })).toThrow(RangeError);
});
