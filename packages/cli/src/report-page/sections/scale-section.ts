import type { ReliabilityReportScale } from '@peerscale/core';
import type { Block, Section } from '../document/document.ts';
import { text } from '../document/text.ts';
import { localized, type View } from '../view.ts';
import { distributionGroupSize, shownOf } from '../withheld.ts';
import { answersSection } from './answers-section.ts';
import { apaParagraph } from './apa-paragraph.ts';
import { coefficientsSection } from './coefficients-section.ts';
import { correlationsSection } from './correlations-section.ts';
import { histogramSection } from './histogram-section.ts';
import { issueNotes } from './issue-notes.ts';
import { itemsSection } from './items-section.ts';
import { peopleBehind } from './people-behind.ts';
import { scaleSectionId } from './scales-section.ts';

/** What the score is and what a high one means. */
function introduction(view: View, { k, method, highMeans, details }: ReliabilityReportScale): Block {
  const { scale: words, format } = view.words;
  const possible = details?.score.possible;
  const made =
    possible === undefined
      ? ''
      : words.made(words.score[method](k), format.short(possible.minimum), format.short(possible.maximum));
  const meaning = view.isAdHoc ? '' : text` ${words.highMeans(localized(view, highMeans))}`;
  return { kind: 'paragraph', text: text`${made}${meaning}` };
}

/** All there is to say of one scale; for few people less, for too few nothing. */
export function scaleSection(view: View, scale: ReliabilityReportScale, place: number): Section {
  const { words, minimumGroupSize: minimum } = view;
  const id = scaleSectionId(place);
  const blocks: Block[] = [introduction(view, scale)];
  const sections: Section[] = [];
  const section = { id, heading: text`${localized(view, scale.name)}`, blocks, sections };
  const warning = (sentence: string) =>
    blocks.push({ kind: 'notes', tone: 'warning', title: words.sample.fewTitle, items: [text`${sentence}`] });
  const shown = shownOf(peopleBehind(scale), minimum);
  if (shown === 'nothing') {
    warning(words.scale.withheld(minimum));
    return section;
  }
  if (shown === 'no-distribution') warning(words.scale.noDistribution(distributionGroupSize(minimum)));
  const notes = issueNotes(view, scale);
  if (notes.length > 0) blocks.push({ kind: 'notes', tone: 'warning', title: words.scale.notes, items: notes });
  if (shown === 'nobody') {
    // nobody answered everything, but many may have answered something
    const isAnswered = scale.details?.items.some(({ n }) => n > 0) === true;
    if (isAnswered) sections.push(answersSection(view, scale, `${id}-answers`));
    return section;
  }
  blocks.push({ kind: 'paragraph', tone: 'quotation', text: apaParagraph(view, scale) });
  const score = scale.details?.score;
  if (score !== undefined && shownOf(score.n, minimum) === 'all')
    sections.push(histogramSection(view, score, `${id}-scores`));
  sections.push(itemsSection(view, scale, `${id}-items`, shownOf(scale.n, minimum) === 'all'));
  if (shown === 'all' && scale.details !== undefined) sections.push(answersSection(view, scale, `${id}-answers`));
  if (scale.k > 1 && scale.details !== undefined) {
    sections.push(correlationsSection(view, scale, `${id}-correlations`));
  }
  if (scale.k > 1) sections.push(coefficientsSection(view, scale, `${id}-coefficients`));
  return section;
}
