import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { type ExportChoice, fetchExport } from '../../api/exports.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { FormFailure } from '../../parts/form-failure.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useSubmit } from '../../parts/use-submit.ts';
import { studyWords } from '../../words/study.ts';

const FORMATS = ['csv', 'codebook', 'sav', 'sps', 'r', 'json'] as const;
const MEGABYTE = 1_000_000;

interface FileButtonsProps {
  readonly study: string;
  readonly choice: Omit<ExportChoice, 'format'>;
}

/**
 * A button for each kind of file. The server makes one at a time and may refuse: a link would end as a broken download
 * without a reason.
 */
export function FileButtons({ study, choice }: FileButtonsProps) {
  const all = useWords(studyWords);
  const { locale } = useLanguage();
  const words = all.files;
  const submit = useSubmit();
  const [received, setReceived] = useState(0);
  const [made, setMade] = useState<string>();
  const [said, setSaid] = useState('');
  const running = useRef<AbortController>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => () => running.current?.abort(), []);
  const make = (format: string) =>
    submit.run(async () => {
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      setMade(format);
      setReceived(0);
      setSaid('');
      // in tenths, so that a page is not drawn anew for every piece
      const count = (bytes: number) => setReceived(Math.floor((10 * bytes) / MEGABYTE) / 10);
      try {
        const { name, content } = await fetchExport(study, { ...choice, format }, signal, count);
        saveFile(name, content);
        setSaid(words.saved(name));
      } catch (error) {
        if (!signal.aborted) throw error;
        setSaid(words.cancelled);
      } finally {
        // the button goes away, and would take the focus with it
        if (document.activeElement === cancel.current) {
          list.current?.querySelector<HTMLElement>('[data-pending]')?.focus();
        }
      }
    });
  const size = received.toLocaleString(locale, { minimumFractionDigits: 1 });
  return (
    <>
      <FormFailure submit={submit} />
      <ul className="files" ref={list}>
        {FORMATS.map((format) => (
          <li key={format}>
            <Button
              className="button"
              isPending={submit.busy && format === made}
              isDisabled={submit.busy && format !== made}
              onPress={() => make(format)}
            >
              {words[format]}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status">{submit.busy ? words.making : said}</p>
      {submit.busy && (
        <p className="actions">
          {received > 0 && <span>{words.received(size)}</span>}
          <Button className="button" ref={cancel} onPress={() => running.current?.abort()}>
            {all.cancel}
          </Button>
        </p>
      )}
    </>
  );
}
