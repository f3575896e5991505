import { type ChosenMessages, type FormMessages, loadCatalogues, messagesOf } from '@peerscale/form';

/** The interface's texts for a locale, loaded where they are not built in; the host's own words win. */
export async function textsFor(locale: string, labels: Partial<FormMessages>): Promise<ChosenMessages> {
  return messagesOf(locale, labels, await loadCatalogues(locale));
}
