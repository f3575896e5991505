import type { DriverPredictor, DriversReport } from '@peerscale/core';
import type { Block, Section, Table } from '../document/document.ts';
import { text } from '../document/text.ts';
import type { View } from '../view.ts';
import { axisOf } from './axis-of.ts';
import { intervalOf, notesOf, pOf, sentence, studyName } from './study-parts.ts';

/** What goes with an outcome: bars of the shares of the predictors, and the regression in a table. */
export function driversSection(view: View, report: DriversReport): Section {
  const { words, minimumGroupSize } = view;
  const { study, format } = words;
  const { drivers } = study;
  const { outcome, rSquared, n, teams, predictors, standardErrors, issues } = report;
  const heading = drivers.heading(studyName(view, outcome.id));
  if (n < minimumGroupSize) return { id: 'drivers', heading, blocks: [sentence(drivers.withheld(minimumGroupSize))] };
  const level = rSquared.interval?.level ?? 0.95;
  const table = tableOf(view, report);
  const bars = [...predictors]
    .sort((a, b) => (b.share.value ?? 0) - (a.share.value ?? 0))
    .flatMap((predictor) => {
      const { value, interval } = predictor.share;
      return value === null || interval === null ? [] : [{ predictor, value, ...interval }];
    });
  const picture: Block =
    bars.length === 0
      ? { kind: 'table', table }
      : {
          kind: 'intervals',
          style: 'bars',
          caption: drivers.caption(format.level(level)),
          rows: bars.map(({ predictor, value, lower, upper }) => {
            const share = format.percent(value);
            const interval = format.interval(format.percent(lower), format.percent(upper));
            return {
              name: text`${studyName(view, predictor.id)}`,
              value,
              lower,
              upper,
              beside: null,
              title: drivers.title(share, interval),
              note: `${share} ${interval}`,
            };
          }),
          axis: axisOf([0, ...bars.map(({ upper }) => upper)], format.percent),
          key: { value: drivers.key, beside: null },
          table,
          tableName: study.pictureTable,
        };
  const explained =
    rSquared.value === null
      ? []
      : [
          sentence(
            drivers.explained(
              format.percent(rSquared.value),
              format.count(n),
              teams === null ? null : format.count(teams),
            ),
          ),
        ];
  return {
    id: 'drivers',
    heading,
    blocks: [
      ...explained,
      picture,
      sentence(`${drivers.errors[standardErrors]} ${drivers.cause}`),
      ...notesOf(
        view,
        issues.map(({ code }) => drivers.issues[code]),
      ),
    ],
  };
}

function tableOf(view: View, { outcome, predictors }: DriversReport): Table {
  const { study, format } = view.words;
  const { columns, tableCaption } = study.drivers;
  const share = ({ share: { interval } }: DriverPredictor) =>
    interval === null ? '' : format.interval(format.percent(interval.lower), format.percent(interval.upper));
  const row = (predictor: DriverPredictor) => {
    const { id, coefficient, standardized, varianceInflation } = predictor;
    const figures = [
      format.figure(coefficient.value),
      intervalOf(view, coefficient),
      pOf(view, coefficient.p),
      format.figure(standardized),
      format.figure(varianceInflation),
      format.percent(predictor.share.value),
      share(predictor),
    ];
    return [{ text: text`${studyName(view, id)}` }, ...figures.map((cell) => ({ text: text`${cell}` }))];
  };
  const headings = [
    columns.b,
    columns.interval,
    columns.p,
    columns.beta,
    columns.vif,
    columns.share,
    columns.shareInterval,
  ];
  return {
    id: 'drivers-table',
    caption: tableCaption(studyName(view, outcome.id)),
    columns: [
      { heading: text`${columns.predictor}`, align: 'left' },
      ...headings.map((heading) => ({ heading: text`${heading}`, align: 'right' as const })),
    ],
    rows: predictors.map(row),
  };
}
