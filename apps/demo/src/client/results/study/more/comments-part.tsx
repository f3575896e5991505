import { useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { type CommentResults, fetchComments, type StudyResults } from '../../../api/results.ts';
import { useLanguage } from '../../../language-context.ts';
import { localized } from '../../../locale.ts';
import { usePictureSource } from '../frame/saved/picture-source.ts';
import { useSaveTable } from '../frame/saved/use-save-table.ts';
import { useResultsWords } from '../use-results-words.ts';
import { Loaded } from './loaded.tsx';
import { MorePart } from './more-part.tsx';

const AT_FIRST = 12;

/** What people wrote, of all teams together, in the random order in which the server sends it. */
export function CommentsPart({ results, file }: { results: StudyResults; file: readonly string[] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const { study, wave, waves } = results;
  if (wave === null) return null;
  const isClosed = waves.find(({ number }) => number === wave)?.state === 'closed';
  return (
    <MorePart
      place="comments"
      title={words.comments.title}
      text={words.comments.text}
      open={isClosed ? words.comments.open : null}
    >
      {isClosed ? (
        <>
          <p className="quiet">{words.comments.takenBack(study.minimumTextSize)}</p>
          <Loaded what={`comments ${study.id} ${wave}`} load={(signal) => fetchComments(study.id, wave, signal)}>
            {({ parts }) =>
              parts.length === 0 ? (
                <p>{words.comments.none}</p>
              ) : (
                parts.map((part) => (
                  <div key={part.id}>
                    <h3>{localized(part.question, locale)}</h3>
                    <Remarks part={part} file={[...file, 'remarks', part.id]} />
                  </div>
                ))
              )
            }
          </Loaded>
        </>
      ) : (
        <p>{words.comments.needsClosed}</p>
      )}
    </MorePart>
  );
}

function Remarks({ part, file }: { part: CommentResults['parts'][number]; file: readonly string[] }) {
  const { locale } = useLanguage();
  const words = useResultsWords();
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(AT_FIRST);
  const saveTable = useSaveTable(usePictureSource());
  const { comments, minimum } = part;
  if (comments.status === 'no-data') return <p>{words.comments.none}</p>;
  if (comments.status === 'suppressed') return <p className="note warning">{words.comments.few(minimum)}</p>;
  const wanted = search.trim().toLocaleLowerCase(locale);
  const found = comments.value.filter((text) => text.toLocaleLowerCase(locale).includes(wanted));
  const save = () => {
    const table = {
      caption: localized(part.question, locale),
      headings: [words.table.remark],
      rows: found.map((text) => [text]),
    };
    saveTable(table, file);
  };
  return (
    <>
      <div className="filter-fields">
        <SearchField className="field" value={search} onChange={setSearch}>
          <Label>{words.comments.search}</Label>
          <Input />
        </SearchField>
        <Button className="button quiet-button" onPress={save}>
          {words.comments.file}
        </Button>
      </div>
      <p className="quiet" role="status">
        {words.comments.found(found.length)}
      </p>
      <ul className="remarks">
        {found.slice(0, most).map((text, place) => (
          <li key={place}>{text}</li>
        ))}
      </ul>
      {found.length > most && (
        <Button className="button" onPress={() => setMost(most + 30)}>
          {words.comments.more}
        </Button>
      )}
    </>
  );
}
