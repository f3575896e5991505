import type { CodingByScale, Instrument, ResponseRecord, TextPack } from '@peerscale/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { formatDraft, parseDraft } from '../draft/draft.ts';
import { canKeepDrafts, loadDraftText, removeDraftText, saveDraftText } from '../draft/draft-storage.ts';
import type { Answers } from '../record/answers.ts';
import { buildResponseRecord, type Sitting } from '../record/build-response-record.ts';
import { codingOf } from '../record/coding-of.ts';
import { randomUuid } from '../record/random-uuid.ts';
import { recodeAnswers } from '../record/recode-answers.ts';
import { useClientLayoutEffect } from './use-client-layout-effect.ts';
import { useLatest } from './use-latest.ts';

export interface FormSessionOptions {
  /** Like the text pack, the same object as long as it says the same. */
  readonly instrument: Instrument;
  readonly textPack: TextPack;
  readonly draftKey: string | undefined;
  readonly onSubmit: (record: ResponseRecord) => Promise<void>;
  readonly onChange: ((answers: Answers) => void) | undefined;
  /** Called once where a draft was found, before anything is painted. */
  readonly onRestore: (answers: Answers) => void;
}

export interface FormSession {
  readonly answers: Answers;
  /** Ids of the items without an answer, in order. */
  readonly open: readonly string[];
  readonly state: 'answering' | 'sending' | 'failed' | 'sent';
  /** Whether answers are kept on the device: `off` without a draft key, `denied` where the browser keeps nothing. */
  readonly keeping: 'off' | 'on' | 'denied';
  readonly restored: boolean;
  /** The answers at this moment, also between two renders. */
  readonly readAnswers: () => Answers;
  readonly answer: (item: string, code: number | null) => void;
  readonly clear: () => void;
  readonly send: () => Promise<void>;
}

interface Given {
  readonly answers: Answers;
  readonly coding: CodingByScale;
}

const newSitting = (): Sitting => ({ idempotencyKey: randomUuid(), startedAt: new Date().toISOString() });

/**
 * One sitting with an instrument, without any drawing: the answers, what is kept of them on the device, and the
 * hand-over. The truth is in a ref, written before the browser gets control back; state only follows for rendering.
 */
export function useFormSession(options: FormSessionOptions): FormSession {
  const { instrument, textPack, draftKey } = options;
  const coding = useMemo(() => codingOf(textPack), [textPack]);
  const latest = useLatest(options);

  const truth = useRef<Given>({ answers: {}, coding });
  const [given, setGiven] = useState(truth.current);
  const sitting = useRef<Sitting | null>(null);
  const lastRecord = useRef<{ given: Given; textPack: TextPack; record: ResponseRecord } | null>(null);
  const sending = useRef(false);
  const [state, setState] = useState<FormSession['state']>('answering');
  const [keeping, setKeeping] = useState<FormSession['keeping']>(draftKey === undefined ? 'off' : 'on');
  const [restored, setRestored] = useState(false);

  const set = useCallback((next: Given) => {
    truth.current = next;
    setGiven(next);
  }, []);

  const readAnswers = useCallback(
    () => recodeAnswers(instrument, truth.current.answers, truth.current.coding, coding),
    [instrument, coding],
  );

  // After mounting, and not in an initialiser: the first render is the same as the server's.
  useClientLayoutEffect(() => {
    if (sitting.current !== null) return; // StrictMode mounts twice
    sitting.current = newSitting();
    if (draftKey === undefined) return;
    if (!canKeepDrafts()) setKeeping('denied');
    const text = loadDraftText(draftKey);
    const draft = text === null ? null : parseDraft(instrument, text);
    if (draft === null || Object.keys(draft.answers).length === 0) return;
    sitting.current = { idempotencyKey: draft.idempotencyKey, startedAt: draft.startedAt };
    const answers = recodeAnswers(instrument, draft.answers, draft.coding, coding);
    set({ answers, coding });
    setRestored(true);
    latest.current.onRestore(answers);
  }, []);

  const answer = useCallback(
    (item: string, code: number | null) => {
      const { [item]: _, ...others } = readAnswers();
      const answers = code === null ? others : { ...others, [item]: code };
      set({ answers, coding });
      if (draftKey !== undefined) {
        const text = formatDraft(instrument, { ...sitting.current!, answers, coding });
        setKeeping(saveDraftText(draftKey, text) ? 'on' : 'denied');
      }
      latest.current.onChange?.(answers);
    },
    [instrument, coding, draftKey, latest, readAnswers, set],
  );

  const clear = useCallback(() => {
    if (draftKey !== undefined) removeDraftText(draftKey);
    sitting.current = newSitting();
    set({ answers: {}, coding });
    setState('answering');
    setRestored(false);
    latest.current.onChange?.({});
  }, [coding, draftKey, latest, set]);

  /** The record of this moment; the very same one as before where nothing was changed since, also its finishing time. */
  function currentRecord(): ResponseRecord {
    const before = lastRecord.current;
    if (before !== null && before.given === truth.current && before.textPack === textPack) return before.record;
    const now = new Date().toISOString();
    const record = buildResponseRecord(instrument, textPack, readAnswers(), sitting.current!, now);
    lastRecord.current = { given: truth.current, textPack, record };
    return record;
  }

  async function send(): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    setState('sending');
    try {
      await latest.current.onSubmit(currentRecord());
      if (draftKey !== undefined) removeDraftText(draftKey);
      setState('sent');
    } catch {
      setState('failed');
    } finally {
      sending.current = false;
    }
  }

  const answers = useMemo(
    () => recodeAnswers(instrument, given.answers, given.coding, coding),
    [instrument, given, coding],
  );
  const open = useMemo(
    () => instrument.items.flatMap(({ id }) => (Object.hasOwn(answers, id) ? [] : [id])),
    [instrument, answers],
  );
  return { answers, open, state, keeping, restored, readAnswers, answer, clear, send };
}
