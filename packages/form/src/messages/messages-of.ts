import { type Catalogues, type ChosenMessages, chooseMessages } from './choose-messages.ts';
import { en } from './en.ts';
import type { FormMessages } from './form-messages.ts';

/**
 * The texts for a locale: those of its language among the catalogues given, else English; the host's own words win over
 * both. English alone is built in. Other languages come from `loadCatalogues`, or all at once from
 * `@peerscale/form/messages`.
 *
 * @param overrides the host's own words; with any of them the locale asked for is taken as their language
 * @param catalogues texts by language; default: none besides English
 * @example messagesOf('cs-CZ', {}, await loadCatalogues('cs-CZ')).texts.submit // 'Odeslat odpovědi'
 * @example messagesOf('fr').locale // 'en': what is shown is English, and is marked up as such
 */
export const messagesOf = (
  locale: string,
  overrides: Partial<FormMessages> = {},
  catalogues: Catalogues = {},
): ChosenMessages => chooseMessages(en, locale, overrides, catalogues);
