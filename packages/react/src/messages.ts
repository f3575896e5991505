/**
 * A text with forms by number: the plural category of the language (`Intl.PluralRules`) chooses; `other` is always there.
 */
export interface PluralText extends Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> {
  readonly other: string;
}

/** Every text of the form that is not the instrument's own wording. `{name}` stands for a number put in. */
export interface SurveyFormLabels {
  /** `{answered}` and `{total}` questions. */
  readonly progress: string;
  readonly submit: string;
  readonly sending: string;
  readonly retry: string;
  /** `{count}` questions have no answer; the plural form goes by `{count}`. */
  readonly open: PluralText;
  readonly openHint: string;
  readonly showOpen: string;
  readonly sendAnyway: string;
  readonly failed: string;
  readonly clear: string;
  readonly clearQuestion: string;
  readonly clearConfirm: string;
  readonly clearCancel: string;
  readonly cleared: string;
  /** Shown where answers are kept on the device (a `draftKey` is given). */
  readonly kept: string;
  /** Shown where a `draftKey` is given, but the browser keeps nothing. */
  readonly notKept: string;
  readonly restored: string;
  readonly sentTitle: string;
  readonly sentText: string;
}

const en: SurveyFormLabels = {
  progress: '{answered} of {total} answered',
  submit: 'Send answers',
  sending: 'Sending…',
  retry: 'Try again',
  open: { one: 'One question has no answer yet.', other: '{count} questions have no answer yet.' },
  openHint: 'You are free to leave questions open.',
  showOpen: 'Show me',
  sendAnyway: 'Send anyway',
  failed: 'Your answers could not be sent. Nothing is lost: they are still here. Please try again.',
  clear: 'Clear my answers',
  clearQuestion: 'Clear all the answers you have given?',
  clearConfirm: 'Yes, clear them',
  clearCancel: 'No, keep them',
  cleared: 'Your answers have been cleared.',
  kept: 'Until you send them, your answers are kept on this device.',
  notKept: 'This browser does not keep your answers. Please send them before you close this page.',
  restored: 'Your earlier answers are back.',
  sentTitle: 'Thank you',
  sentText: 'Your answers have been sent.',
};

const cs: SurveyFormLabels = {
  progress: 'Zodpovězeno {answered} z {total}',
  submit: 'Odeslat odpovědi',
  sending: 'Odesílání…',
  retry: 'Zkusit znovu',
  open: {
    one: 'Jedna otázka zatím nemá odpověď.',
    few: '{count} otázky zatím nemají odpověď.',
    many: '{count} otázky zatím nemá odpověď.',
    other: '{count} otázek zatím nemá odpověď.',
  },
  openHint: 'Otázky můžete nechat bez odpovědi.',
  showOpen: 'Ukázat',
  sendAnyway: 'Přesto odeslat',
  failed: 'Vaše odpovědi se nepodařilo odeslat. Nic se neztratilo: jsou stále zde. Zkuste to prosím znovu.',
  clear: 'Smazat mé odpovědi',
  clearQuestion: 'Chcete smazat všechny své odpovědi?',
  clearConfirm: 'Ano, smazat',
  clearCancel: 'Ne, ponechat',
  cleared: 'Vaše odpovědi byly smazány.',
  kept: 'Dokud odpovědi neodešlete, zůstávají uložené v tomto zařízení.',
  notKept: 'Tento prohlížeč vaše odpovědi neukládá. Odešlete je prosím dříve, než stránku zavřete.',
  restored: 'Vaše dřívější odpovědi jsou zpět.',
  sentTitle: 'Děkujeme',
  sentText: 'Vaše odpovědi byly odeslány.',
};

/** The interface texts that Peerscale brings, by language. */
export const surveyFormLabels: Readonly<Record<'en' | 'cs', SurveyFormLabels>> = { en, cs };

/** The texts of a form and the language they are in. */
export interface ChosenLabels {
  readonly texts: SurveyFormLabels;
  readonly locale: string;
}

/**
 * The texts for a locale: those of its language, else English; the host's own words win over both.
 *
 * @example chooseLabels('cs-CZ').locale // 'cs-CZ'
 * @example chooseLabels('fr').locale // 'en': what is shown is English, and is marked up as such
 */
export function chooseLabels(locale: string, overrides: Partial<SurveyFormLabels> = {}): ChosenLabels {
  const language = locale.split('-')[0]!;
  const known = Object.hasOwn(surveyFormLabels, language) ? surveyFormLabels[language as 'en' | 'cs'] : undefined;
  const translated = known !== undefined || Object.keys(overrides).length > 0;
  return { texts: { ...(known ?? en), ...overrides }, locale: translated ? locale : 'en' };
}
