import type { ItemStatistics, StudyReport } from '@peerscale/core';
import { useId, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { Catalogue } from '../catalogue.ts';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { formats } from './formats.ts';

type Words = Catalogue['items'];

interface Column {
  readonly heading: { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];
  readonly value: (item: ItemStatistics) => number | null;
  /** counted, not measured: shown without decimals */
  readonly whole?: true;
}

const COLUMNS: readonly Column[] = [
  { heading: 'mean', value: ({ mean }) => mean },
  { heading: 'sd', value: ({ sd }) => sd },
  { heading: 'itemRest', value: ({ rDrop }) => rDrop },
  { heading: 'ifDropped', value: ({ ifDropped }) => ifDropped.alpha },
];

const MORE_COLUMNS: readonly Column[] = [
  { heading: 'n', value: ({ n }) => n, whole: true },
  { heading: 'rawR', value: ({ rawR }) => rawR },
  { heading: 'stdR', value: ({ stdR }) => stdR },
  { heading: 'rCor', value: ({ rCor }) => rCor },
  { heading: 'droppedStandardized', value: ({ ifDropped }) => ifDropped.standardized },
  { heading: 'droppedLambda6', value: ({ ifDropped }) => ifDropped.lambda6 },
  { heading: 'droppedAverageR', value: ({ ifDropped }) => ifDropped.averageR },
  { heading: 'droppedMedianR', value: ({ ifDropped }) => ifDropped.medianR },
  { heading: 'droppedVarianceR', value: ({ ifDropped }) => ifDropped.varianceR },
  { heading: 'droppedSignalToNoise', value: ({ ifDropped }) => ifDropped.signalToNoise },
  { heading: 'droppedStandardError', value: ({ ifDropped }) => ifDropped.standardError },
];

interface ItemTableProps {
  readonly name: string;
  readonly statistics: readonly ItemStatistics[];
  readonly items: StudyReport['items'];
}

/** The items of a scale as the analyst's table: four columns at first, all of psych's on request. */
export function ItemTable({ name, statistics, items }: ItemTableProps) {
  const { locale, words } = useLanguage();
  const [more, setMore] = useState(false);
  const id = useId();
  const { figure } = formats(locale);
  const columns = more ? [...COLUMNS, ...MORE_COLUMNS] : COLUMNS;
  return (
    <>
      <ScrollRegion labelledBy={id}>
        <table className="items">
          <caption id={id}>{words.items.caption(name)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.items.number}</th>
              <th scope="col" className="words">
                {words.items.label}
              </th>
              {columns.map(({ heading }) => (
                <th key={heading} scope="col">
                  {words.items[heading]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {statistics.map((row) => {
              const item = items.find((candidate) => candidate.id === row.item);
              return (
                <tr key={row.item} data-item={row.item}>
                  <td>{item?.number}</td>
                  <th scope="row" className="words">
                    {item === undefined ? row.item : localized(item.label, locale)}
                    {row.reversed && <span className="tag">{words.items.reversed}</span>}
                  </th>
                  {columns.map(({ heading, value, whole }) => (
                    <td key={heading} data-column={heading}>
                      {whole ? value(row) : figure(value(row))}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <ToggleButton className="button quiet-button" isSelected={more} onChange={setMore}>
        {words.items.more}
      </ToggleButton>
    </>
  );
}
