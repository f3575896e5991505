import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DrawAt } from '../../plots/drawing-to-save.ts';
import { useResultsWords } from '../use-results-words.ts';
import { type SavedPicture, useSavePicture } from './saved/use-save-picture.ts';

interface SaveButtonsProps extends SavedPicture {
  /** how the picture is drawn at the moment; null where it is not yet */
  readonly drawing: () => DrawAt | null;
}

/** Three ways to take a picture along. */
export function SaveButtons({ drawing, ...picture }: SaveButtonsProps) {
  const words = useResultsWords();
  const [failed, setFailed] = useState(false);
  const save = useSavePicture(picture);
  return (
    <>
      <div className="saving">
        <span aria-hidden="true">{words.table.save}</span>
        {(['svg', 'png', 'csv'] as const).map((format) => (
          <Button
            key={format}
            className="save-button"
            aria-label={words.table.saveAs(format.toUpperCase(), picture.table.caption)}
            onPress={() => {
              setFailed(false);
              save(format, drawing()).catch(() => setFailed(true));
            }}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {failed ? words.table.failed : ''}
      </p>
      {failed && <p className="note warning">{words.table.failed}</p>}
    </>
  );
}
