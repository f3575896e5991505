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

test('is rendered on a server without a warning or inline styles, alike every time: the questions to be read', () => {
  const html = rendered(english, 'spring');
  expect(html).toContain('I had a say in how my day was planned.');
  expect(html).toContain('Loading…');
  expect(html).toContain('aria-busy="true"');
  expect(html).not.toMatch(/<style|style=|<input|<button/);
  expect(html.length).toBeLessThan(3_000);
  expect(rendered(english, 'spring')).toBe(html);
});

test('two forms on a page share no id', () => {
  const html = renderToString(
    <>
      <SurveyForm instrument={instrument} textPack={english} onSubmit={submit} />
      <SurveyForm instrument={instrument} textPack={czech} onSubmit={submit} />
    </>,
  );
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(ids.length);
});

test('until the interface speaks the language of the wording it says nothing', () => {
  const html = rendered(czech);
  expect(html).toMatch(/class="peerscale-questions"[^>]* lang="cs" dir="ltr"/);
  expect(html).not.toContain('Loading');
  expect(rendered({ ...english, locale: 'ar' })).toMatch(/class="peerscale-questions"[^>]* lang="ar" dir="rtl"/);
});

test('hostile wording is text', () => {
  const html = rendered(hostile);
  expect(html).not.toMatch(/<(?:script|img|b)\b/);
  expect(html).not.toMatch(/<svg onload/);
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toContain('\u2060');
});

test('what cannot be shown throws nothing into the host page', () => {
  expect(rendered({ ...english, instrument: 'olbi' })).toContain('This questionnaire cannot be shown');
  expect(rendered({ ...english, items: {} })).toContain('Something is wrong with the questionnaire.');
  const nothing = renderToString(
    <SurveyForm instrument={undefined as never} textPack={undefined} onSubmit={submit} locale="en" />,
  );
  expect(nothing).toContain('The questionnaire was not found.');
  const unread = renderToString(
    <SurveyForm
      instrument={instrument}
      textPacks={[english, czech]}
      onSubmit={submit}
      locale="de"
      labels={{ loading: '-' }}
    />,
  );
  expect(unread).not.toContain('I had a say');
});
