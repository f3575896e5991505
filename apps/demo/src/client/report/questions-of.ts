import type { TeamReport } from '../api/report.ts';
import type { ReportWords } from '../words/report.ts';
import { isOfPeers, topicOf, topicOfAnybody } from './topic-of.ts';

const QUESTIONS = 3;

interface Asked extends Pick<TeamReport, 'toTalkAbout' | 'questions'> {
  readonly scales: readonly Pick<TeamReport['scales'][number], 'instrument'>[];
}

/**
 * Three questions to open a talk with: one about each thing that needs it, then about what the report names besides, then
 * what any team can ask itself. No topic comes twice.
 */
export function questionsOf(
  { toTalkAbout, questions, scales }: Asked,
  words: Pick<ReportWords, 'topics' | 'general'>,
): readonly string[] {
  const hasPeers = scales.some(({ instrument }) => isOfPeers(instrument));
  const named = questions
    .map(topicOf)
    .map((topic) => (topic === undefined || hasPeers ? topic : topicOfAnybody(topic)));
  const topics = new Set([...toTalkAbout.map(topicOf), ...named].filter((topic) => topic !== undefined));
  const asked = [...topics].slice(0, QUESTIONS).map((topic) => words.topics[topic].question);
  // the last of the general ones looks ahead, and closes whatever list there is room for it on
  const general = asked.length === 0 ? words.general : words.general.toReversed();
  return [...asked, ...general.slice(0, QUESTIONS - asked.length)];
}
