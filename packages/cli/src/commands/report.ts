import { reliabilityReportOfTally } from '@peerscale/core';
import { tallyAnswers } from '../input/tally-answers.ts';
import { ANSWERS_HELP, answersOptions, answersRequest } from '../options/answers-request.ts';
import { statedCoding } from '../options/coding-option.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { RELIABILITY_HELP, reliabilityOptions, reliabilityRequest } from '../options/reliability-options.ts';
import { STUDY_HELP, studyOptions, studyRequest } from '../options/study-options.ts';
import { checkNewFile, openNewFile } from '../output/new-file.ts';
import { fileLabel } from '../print/safe-text.ts';
import { reportHtml } from '../report-page/html/report-html.ts';
import { labelsOf } from '../report-page/labels-of.ts';
import { reportMarkdown } from '../report-page/markdown/report-markdown.ts';
import { reportCommand } from '../report-page/report-command.ts';
import { reportDocument } from '../report-page/report-document.ts';
import { PAGE_HELP, pageOptions, pageRequest } from '../report-page/report-options.ts';
import { studyReports } from '../report-page/study-reports.ts';
import { version } from '../version.ts';
import type { Command } from './command.ts';

const options = { ...answersOptions, ...reliabilityOptions, ...studyOptions, ...pageOptions } as const;

const RENDERERS = { html: reportHtml, markdown: reportMarkdown };

export const report: Command = {
  name: 'report',
  argument: 'CSV',
  summary: 'all of that as one page for colleagues: tables, pictures, notes, a paragraph for a paper',
  help: `peerscale report CSV (--instrument ID | --items A1,A2,... --min N --max N) --out report.html [options]

Writes reliability and item analysis of each scale as one page to hand on: what was measured, sample and missing
answers, scale table, item tables, distributions, correlations, notes in plain words, a paragraph for a paper, how it
was computed with its literature, and the command that writes it again. The page has no script and loads nothing from
anywhere. CSV is a file with a header line, or - for standard input. On a terminal a line shows how far it is.

${ANSWERS_HELP}

${RELIABILITY_HELP}

${STUDY_HELP}

${PAGE_HELP}

Examples
  peerscale report answers.csv --instrument work-burnout --out burnout.html
  peerscale report spring.csv --instrument work-burnout --team unit --second autumn.csv --id person --out burnout.html
  peerscale report answers.csv --instrument peer-role --language cs --out role.md
  peerscale report answers.csv --items A1,A2,A3 --reverse A1 --min 1 --max 6 --out scale.html
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'report');
    const file = onlyArgument(positionals, 'report', 'a CSV file, or - for standard input');
    const { force = false, json = false } = values;
    const page = pageRequest(values);
    const wanted = reliabilityRequest(values, 'report', true);
    const study = await studyRequest(values, file, context);
    const answers = await answersRequest(values, 'report', context);
    const { instrument, isAdHoc, coding } = answers;
    const { textPack } = await statedCoding(values, instrument, context);
    await checkNewFile(page.out, file, context.cwd, force);
    if (study.second !== undefined) await checkNewFile(page.out, study.second, context.cwd, force);
    const target = await openNewFile(page.out, context.cwd, force, context.onInterrupt);
    try {
      const { tally } = await tallyAnswers(file, answers, wanted, context);
      const figures = reliabilityReportOfTally({ file, rows: tally.rows }, instrument, tally, wanted);
      const { minimumGroupSize } = page;
      const further = await studyReports(file, answers, study, { ...wanted, minimumGroupSize }, context);
      const document = reportDocument({
        ...further,
        report: figures,
        instrument,
        isAdHoc,
        language: page.language,
        minimumGroupSize: page.minimumGroupSize,
        textPack: labelsOf(instrument, page.language, coding, textPack),
        coding,
        codingBy: values.textpack !== undefined ? 'text-pack' : values.coding !== undefined ? 'option' : undefined,
        date: page.date,
        command: reportCommand(file, values, Object.keys(options)),
        software: `Peerscale ${version}`,
      });
      await target.write(RENDERERS[page.format](document));
      await target.settle();
      const told = `The report is in ${fileLabel(page.out)}\n`;
      await context.output.write(json ? `${JSON.stringify(figures, null, 2)}\n` : told);
      return 0;
    } finally {
      await target.discard();
    }
  },
};
