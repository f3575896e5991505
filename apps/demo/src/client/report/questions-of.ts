import type { TeamReport } from '../api/report.ts';
import type { ReportWords } from '../words/report.ts';
import { topicOf } from './topic-of.ts';

const QUESTIONS = 3;

/**
 * Three questions to open a talk with: one about each thing that needs it, then about what the report names besides, then
 * what any team can ask itself. No topic comes twice.
 */
export function questionsOf(
  { toTalkAbout, questions }: Pick<TeamReport, 'toTalkAbout' | 'questions'>,
  words: Pick<ReportWords, 'topics' | 'general'>,
): readonly string[] {
  const topics = new Set([...toTalkAbout, ...questions].map(topicOf).filter((topic) => topic !== undefined));
  const asked = [...topics].slice(0, QUESTIONS).map((topic) => words.topics[topic].question);
  // the last of the general ones looks ahead, and closes whatever list there is room for it on
  const general = asked.length === 0 ? words.general : words.general.toReversed();
  return [...asked, ...general.slice(0, QUESTIONS - asked.length)];
}
