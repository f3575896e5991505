import { planText } from '@peerscale/form';
import type { StudyRecord } from '../study-room.ts';

export type LetterLanguage = 'en' | 'cs';

/** The language of an account where there are words in it, else English. */
export const languageOf = (locale: string): LetterLanguage => (locale.split('-')[0] === 'cs' ? 'cs' : 'en');

/** Names that somebody has typed add no line, and so no header. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A day as people write it. @example longDay('2026-11-27', 'en') // '27 November 2026' */
export function longDay(day: string, language: LetterLanguage): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'cs', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(day));
}

export function titleOf(study: Pick<StudyRecord, 'title'>, locale: string): string {
  return oneLine(planText(JSON.parse(study.title) as Record<string, string>, locale).text);
}
