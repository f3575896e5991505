import { type FormPlan, type KeepMode, SurveyForm, type SurveyFormJson } from '@peerscale/react';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { arabic } from '../../../element/fixtures/arabic.ts';
import { plan } from '../../../element/fixtures/plan.ts';
import { instrument } from '../../fixtures/instrument.ts';
import { czech, czechReversed, english, hostile } from '../../fixtures/text-packs.ts';

/** What a test asks of the page, as its query. */
const query = new URLSearchParams(location.search);
const packs = { english, czech, czechReversed, hostile, arabic };
type PackName = keyof typeof packs;

declare global {
  interface Window {
    /** Every record handed over, in order. */
    handedOver: unknown[];
    changes: unknown[];
    /** every other event, as name and detail */
    told: unknown[];
    recoverableErrors: string[];
    renders: number;
  }
}
window.handedOver = [];
window.changes = [];
window.told = [];
window.recoverableErrors = [];
window.renders = 0;

let failures = Number(query.get('failures') ?? 0);
const delay = Number(query.get('delay') ?? 0);

async function handOver(record: unknown): Promise<void> {
  window.handedOver.push(record);
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  if (failures-- > 0) throw new Error('the server is down');
}

/** "late" only where "hurry" was more than seldom, and "say" not "never" where it was. */
function extend(survey: SurveyFormJson): SurveyFormJson {
  for (const element of survey.pages[0]!.elements) {
    if (element.name === 'late') element.visibleIf = '{hurry} > 1';
    if (element.name === 'say') {
      element.validators = [{ type: 'expression', expression: '{say} > 0 or {late} empty', text: 'Are you sure?' }];
    }
  }
  return survey;
}

/** The plan of the tests, or one with a part that there is no such kind of. */
function asked(): FormPlan {
  if (query.get('broken') !== 'plan') return structuredClone(plan);
  return { ...plan, parts: [{ kind: 'signature', id: 'name' } as never, ...plan.parts] };
}

/** A parent that draws itself again and again, and hands down new objects and handlers every time. */
export function Host() {
  const [, tick] = useState(0);
  const [pack, setPack] = useState((query.get('pack') ?? 'english') as PackName);
  const interval = Number(query.get('rerender') ?? 0);
  useEffect(() => {
    if (interval === 0) return;
    const timer = setInterval(() => tick((count) => count + 1), interval);
    return () => clearInterval(timer);
  }, []);
  window.renders++;
  const common = {
    draftKey: query.get('draft') ?? undefined,
    locale: query.get('locale') ?? undefined,
    keep: (query.get('keep') ?? undefined) as KeepMode | undefined,
    endpoint: query.get('endpoint') ?? undefined,
    theme: (query.get('form-theme') ?? undefined) as 'light' | 'dark' | undefined,
    extend: query.has('extend') ? extend : undefined,
    onReady: (detail: unknown) => window.told.push(['ready', detail]),
    onProgress: (detail: unknown) => window.told.push(['progress', detail]),
    onSaved: (record: unknown, answer: unknown) => window.told.push(['saved', record], ['answer', answer]),
    onError: (detail: unknown) => window.told.push(['error', detail]),
  };
  const form = (prefix?: string) =>
    query.has('plan') ? (
      <SurveyForm
        {...common}
        plan={asked()}
        instruments={[structuredClone(instrument)]}
        textPacks={[structuredClone(packs[pack])]}
        idPrefix={prefix}
        onSubmit={(record) => handOver(record)}
        onChange={(answers) => window.changes.push(answers)}
      />
    ) : (
      <SurveyForm
        {...common}
        instrument={query.get('broken') === 'instrument' ? (null as never) : structuredClone(instrument)}
        textPack={structuredClone(packs[pack])}
        idPrefix={prefix}
        onSubmit={(record) => handOver(record)}
        onChange={(answers) => window.changes.push(answers)}
      />
    );
  return (
    <main>
      <h1>Host page</h1>
      {query.has('languages') &&
        Object.keys(packs).map((name) => (
          <button key={name} type="button" onClick={() => setPack(name as PackName)}>
            {name}
          </button>
        ))}
      {form()}
      {query.has('twice') && form('second')}
    </main>
  );
}

const theme = query.get('theme');
if (theme !== null) document.documentElement.dataset.theme = theme;
const root = document.getElementById('root')!;
const page = (
  <StrictMode>
    <Host />
  </StrictMode>
);
if (root.hasChildNodes()) {
  hydrateRoot(root, page, { onRecoverableError: (error) => window.recoverableErrors.push(String(error)) });
} else {
  createRoot(root).render(page);
}
