import { Fragment, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Locale } from '../../catalogue.ts';
import { longDay } from '../../dates.ts';
import { useLanguage, useWords } from '../../language-context.ts';
import { Field } from '../../parts/field.tsx';
import { studyWords } from '../../words/study.ts';
import { languageName } from '../language-name.ts';
import { titleIn } from '../plan-title.ts';
import type { InviteProps } from './invite.tsx';
import { posterLanguages } from './poster-languages.ts';

interface PosterProps extends InviteProps {
  /** what the code stands for; too long to be typed */
  readonly url: string;
  /** the QR code, as the address of a picture */
  readonly picture: string;
}

/** A poster to print, in one language of the study or in all that it can be in. Whoever sees it scans the code. */
export function Poster({ data: { study }, wave, url, picture }: PosterProps) {
  const { locale } = useLanguage();
  const words = useWords(studyWords);
  const languages = posterLanguages(study.locales, locale);
  const [chosen, setChosen] = useState<Locale | 'all'>('all');
  const shown = languages.filter((language) => chosen === 'all' || language === chosen);
  const titles = new Map(shown.map((language) => [titleIn(study.title, language), language]));
  return (
    <>
      {languages.length > 1 && (
        <Field label={words.invite.posterLanguage}>
          {(control) => (
            <select {...control} value={chosen} onChange={({ target }) => setChosen(target.value as Locale | 'all')}>
              <option value="all">{words.invite.allLanguages}</option>
              {languages.map((language) => (
                <option key={language} value={language}>
                  {languageName(language, locale)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <p className="actions">
        <Button className="button" onPress={printPoster}>
          {words.invite.poster}
        </Button>
      </p>
      <div className="poster" aria-hidden="true">
        {[...titles].map(([title, language]) => (
          <p key={language} className="poster-title" lang={language}>
            {title}
          </p>
        ))}
        <img src={picture} alt="" />
        {shown.map((language) => {
          const { poster } = studyWords[language];
          return (
            <Fragment key={language}>
              <p className="poster-scan" lang={language}>
                {poster.scan} {poster.leads(new URL(url).host)}
              </p>
              <p lang={language}>
                {poster.until(longDay(wave.closesOn, language))} {poster.promise(study.minimumGroupSize)}
              </p>
            </Fragment>
          );
        })}
      </div>
    </>
  );
}

/** Prints the poster and nothing else of the page; the stylesheet looks at the attribute. */
function printPoster(): void {
  const root = document.documentElement;
  root.dataset.print = 'poster';
  addEventListener('afterprint', () => delete root.dataset.print, { once: true });
  print();
}
