import type { Handler } from 'hono';
import { matchLocale } from '../request/match-locale.ts';
import type { WordingEnv } from '../request/with-wording.ts';

/** GET /studies/:study/form?locale=cs: all that `<SurveyForm>` needs, in the language that fits best. */
export function getForm(): Handler<WordingEnv> {
  return (c) => {
    const { study, instrument, textPacks } = c.var;
    const { id, title, minimumGroupSize, simulated, locales } = study;
    const locale = matchLocale(c, locales);
    c.header('Vary', 'Accept-Language', { append: true });
    c.header('Content-Language', locale);
    return c.json({
      study: { id, title, minimumGroupSize, simulated },
      instrument,
      textPack: textPacks.get(locale),
      locales,
    });
  };
}
