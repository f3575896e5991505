import type { ChosenMessages, FirstMessages, FormMessages } from '@peerscale/form';
import { firstMessagesOf, loadCatalogues } from '@peerscale/form/answering';
import { useEffect, useMemo, useState } from 'react';

type Catalogues = Awaited<ReturnType<typeof loadCatalogues>>;

/**
 * The texts of the interface that answering needs. English is there at once; another language is loaded after the first render, which so is the
 * same on a server and in a browser.
 *
 * @param own the same object as long as it says the same
 * @returns `ready` once the texts are in the language asked for, or there are none in it
 */
export function useLabels(
  locale: string,
  own: Partial<FormMessages>,
): ChosenMessages<FirstMessages> & { readonly ready: boolean } {
  const [loaded, setLoaded] = useState<{ readonly locale: string; readonly catalogues: Catalogues } | null>(null);
  useEffect(() => {
    let stale = false;
    void loadCatalogues(locale).then((catalogues) => stale || setLoaded({ locale, catalogues }));
    return () => {
      stale = true;
    };
  }, [locale]);
  const isEnglish = locale.split('-')[0] === 'en';
  // until the next language is there the last one stays
  const spoken = isEnglish || loaded === null ? locale : loaded.locale;
  const catalogues = loaded?.catalogues;
  const chosen = useMemo(() => firstMessagesOf(spoken, own, catalogues), [spoken, own, catalogues]);
  return { ...chosen, ready: isEnglish || loaded !== null };
}
