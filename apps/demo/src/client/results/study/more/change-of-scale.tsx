import type { StudyChange } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { formats } from '../../formats.ts';
import { Picture } from '../../plots/picture.tsx';
import type { IntervalRow } from '../../plots/picture-spec.ts';
import { PictureFrame } from '../frame/picture-frame.tsx';
import { figure, type TableData } from '../frame/table-data.ts';
import { useResultsWords } from '../use-results-words.ts';

type ChangeScale = StudyChange['scales'][number];

interface ChangeOfScaleProps {
  readonly scale: ChangeScale;
  /** why nobody is shown apart, on any scale */
  readonly leftOut: StudyChange['linkedLeftOut'];
  readonly name: string;
  readonly file: readonly string[];
}

/** Change of one scale: of those found in both waves, of the others, and of everybody, never mixed. */
export function ChangeOfScale({ scale, leftOut, name, file }: ChangeOfScaleProps) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const { signed } = formats(locale);
  const kinds = kindsOf(scale);
  const whyHidden = (key: string, otherwise: string) => {
    if (key === 'everybody' || leftOut == null) return otherwise;
    return leftOut === 'waves-apart' ? words.same.apart : words.same.noCode;
  };
  const caption = words.same.picture(name);
  const rows: IntervalRow[] = kinds.flatMap(({ key, difference }) =>
    difference?.value == null
      ? []
      : [
          {
            label: words.same[key],
            value: difference.value,
            lower: difference.interval?.lower ?? null,
            upper: difference.interval?.upper ?? null,
            strong: key === 'linked',
          },
        ],
  );
  const table: TableData = {
    caption,
    headings: [
      words.same.who,
      words.table.people,
      words.table.difference,
      words.table.lower,
      words.table.upper,
      words.same.effect,
    ],
    rows: kinds.map(({ key, people, difference, effect }) =>
      difference === null
        ? [words.same[key], { hidden: whyHidden(key, words.same.why) }, null, null, null, null]
        : [
            words.same[key],
            'linked' in people ? words.same.linkedN(people.linked) : words.same.n(people.before, people.after),
            figure(difference.value),
            figure(difference.interval?.lower ?? null),
            figure(difference.interval?.upper ?? null),
            figure(effect),
          ],
    ),
  };
  const reach = Math.max(
    0.1,
    ...rows.flatMap(({ value, lower, upper }) => [value, lower ?? 0, upper ?? 0].map(Math.abs)),
  );
  const end = Math.ceil(reach * 10 + 0.5) / 10;
  const reliable = scale.linked?.reliableChange ?? null;
  return (
    <PictureFrame title={caption} heading="h3" table={table} file={file}>
      {rows.length > 0 && (
        <Picture
          label={caption}
          spec={{
            kind: 'intervals',
            rows,
            domain: [-end, end],
            reference: 0,
            axis: words.table.difference,
            signed: true,
          }}
        />
      )}
      <ul className="driver-words">
        {kinds.map(({ key, difference, people }) => (
          <li key={key}>
            <strong>{words.same[key]}:</strong>{' '}
            {difference?.value == null
              ? whyHidden(key, words.same.notShown)
              : `${signed(difference.value)} (${'linked' in people ? words.same.linkedN(people.linked) : words.same.n(people.before, people.after)}).`}{' '}
            {key === 'linked' &&
              reliable !== null &&
              words.same.reliable(reliable.higher, reliable.unchanged, reliable.lower)}
          </li>
        ))}
      </ul>
    </PictureFrame>
  );
}

function kindsOf({ linked, unlinked, everybody }: ChangeScale) {
  const before = (of: { before: { n: number }; after: { n: number } } | null) => ({
    before: of?.before.n ?? 0,
    after: of?.after.n ?? 0,
  });
  return [
    {
      key: 'linked',
      difference: linked?.difference ?? null,
      effect: linked?.gav.value ?? null,
      people: { linked: linked?.n ?? 0 },
    },
    {
      key: 'unlinked',
      difference: unlinked?.difference ?? null,
      effect: unlinked?.g.value ?? null,
      people: before(unlinked),
    },
    { key: 'everybody', difference: everybody?.difference ?? null, effect: null, people: before(everybody) },
  ] as const;
}
