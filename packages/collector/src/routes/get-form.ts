import type { Handler } from 'hono';
import { matchLocale } from '../request/match-locale.ts';
import type { PlanEnv } from '../request/with-plan.ts';

/**
 * GET /studies/:study/form?locale=cs: all that `<SurveyForm>` needs, in the language that fits best; with a plan, all
 * that it names.
 */
export function getForm(): Handler<PlanEnv> {
  return (c) => {
    const { study, instrument, textPacks, plan, planned } = c.var;
    const { id, title, minimumGroupSize, simulated, locales } = study;
    const locale = matchLocale(c, locales);
    c.header('Vary', 'Accept-Language', { append: true });
    c.header('Content-Language', locale);
    const about = { study: { id, title, minimumGroupSize, simulated }, locales };
    if (plan === undefined) return c.json({ ...about, instrument, textPack: textPacks.get(locale) });
    return c.json({
      ...about,
      plan,
      instruments: planned.map((one) => one.instrument),
      textPacks: planned.map((one) => one.textPacks.get(locale)),
    });
  };
}
