import type { ReportDocument } from './document/document.ts';
import { outside } from './document/text.ts';
import { shownFileName } from './file-name.ts';
import type { ReportRequest } from './report-request.ts';
import { changeSection } from './sections/change-section.ts';
import { dataSection } from './sections/data-section.ts';
import { driversSection } from './sections/drivers-section.ts';
import { measuredSection } from './sections/measured-section.ts';
import { methodSection } from './sections/method-section.ts';
import { readingSection } from './sections/reading-section.ts';
import { sampleSection } from './sections/sample-section.ts';
import { scaleSection } from './sections/scale-section.ts';
import { scalesSection } from './sections/scales-section.ts';
import { teamsSection } from './sections/teams-section.ts';
import { localized, viewOf } from './view.ts';

/**
 * A reliability report for reading: what was measured, the sample, the scales in one table and one by one, how the figures
 * were made, and how to make them again. All figures are those of the report it is given; figures about few people are held
 * back by the rules of docs/methods/small-groups.md.
 *
 * @throws RangeError for a minimum group size below 3
 */
export function reportDocument(request: ReportRequest): ReportDocument {
  const view = viewOf(request);
  const { words, report, instrument, date, software } = view;
  return {
    language: words.locale,
    title: words.title(localized(view, instrument.name)),
    subtitle: words.subtitle(outside(shownFileName(report.input.file)), date),
    skipLink: words.skipLink,
    contents: words.contents,
    sections: [
      measuredSection(view),
      sampleSection(view),
      scalesSection(view),
      ...report.scales.map((scale, place) => scaleSection(view, scale, place)),
      ...(view.teams === undefined ? [] : [teamsSection(view, view.teams)]),
      ...(view.change === undefined ? [] : [changeSection(view, view.change)]),
      ...(view.drivers === undefined ? [] : [driversSection(view, view.drivers)]),
      readingSection(view),
      methodSection(view),
      dataSection(view),
    ],
    footer: words.footer(software),
    standsAlone: words.standsAlone,
    generator: software,
  };
}
