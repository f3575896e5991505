import type { Instrument } from '@peerscale/core';
import { useId } from 'react';
import { sampleInstrument } from '../../shared/sample/instrument.ts';
import { useLanguage } from '../language-context.ts';
import { localized } from '../locale.ts';
import { Choice } from './choice.tsx';
import { keyOnly, knownInstrument, localesOf, withWording } from './known-forms.ts';
import { DOORS, FORM_LOCALES, MODES, type PlaygroundSettings, THEMES, WIDTHS } from './settings.ts';
import { playgroundWords } from './words.ts';

interface ControlsProps {
  readonly settings: PlaygroundSettings;
  readonly change: (settings: Partial<PlaygroundSettings>) => void;
}

/** All that can be chosen. What a door does not have is switched off, and it is said why. */
export function Controls({ settings, change }: ControlsProps) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const id = useId();
  const { door, width } = settings;
  const options = <T extends string>(values: readonly T[], texts: Readonly<Record<T, string>>) =>
    values.map((value) => ({ value, text: texts[value] }));
  const widths = [
    { value: 'fit', text: words.fit },
    ...WIDTHS.map((value) => ({ value: String(value), text: String(value) })),
  ];
  return (
    <form className="card controls" aria-labelledby={`${id}title`} onSubmit={(event) => event.preventDefault()}>
      <h2 id={`${id}title`}>{words.choices}</h2>
      <InstrumentChoice settings={settings} change={change} />
      <LanguageChoice settings={settings} change={change} />
      <Choice
        title={words.door}
        options={options(DOORS, words.doors)}
        value={door}
        onChange={(value) => change({ door: value })}
        note={words.doorNotes[door]}
      />
      <Choice
        title={words.theme}
        options={options(THEMES, words.themes)}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
      <Choice
        title={words.mode}
        options={options(MODES, words.modes)}
        value={door === 'react' ? 'list' : settings.mode}
        onChange={(mode) => change({ mode })}
        disabled={door === 'react'}
        {...(door === 'react' && { note: words.reactList })}
      />
      <Choice
        title={words.width}
        options={widths}
        value={width === null ? 'fit' : String(width)}
        onChange={(value) => change({ width: value === 'fit' ? null : Number(value) })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={settings.shared}
          onChange={({ target }) => change({ shared: target.checked })}
        />
        <span>{words.shared}</span>
      </label>
    </form>
  );
}

function InstrumentChoice({ settings, change }: ControlsProps) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const id = useId();
  const group = (label: string, instruments: readonly Instrument[]) => (
    <optgroup label={label}>
      {instruments.map((instrument) => (
        <option key={instrument.id} value={instrument.id}>
          {localized(instrument.name, locale)}
        </option>
      ))}
    </optgroup>
  );
  return (
    <p className="field">
      <label htmlFor={id}>{words.instrument}</label>
      <select id={id} value={settings.instrument} onChange={({ target }) => change({ instrument: target.value })}>
        {knownInstrument(settings.instrument) === undefined && <option>{settings.instrument}</option>}
        {group(words.sample, [sampleInstrument])}
        {group(words.withWording, withWording)}
        {group(words.published, keyOnly)}
      </select>
    </p>
  );
}

function LanguageChoice({ settings, change }: ControlsProps) {
  const { locale } = useLanguage();
  const words = playgroundWords[locale];
  const id = useId();
  const instrument = knownInstrument(settings.instrument);
  const known = instrument === undefined ? [] : localesOf(instrument);
  const missing = known.length > 0 && !known.includes(settings.locale);
  return (
    <p className="field">
      <label htmlFor={id}>{words.language}</label>
      <select
        id={id}
        value={settings.locale}
        aria-describedby={missing ? `${id}note` : undefined}
        onChange={({ target }) => {
          const chosen = FORM_LOCALES.find((one) => one === target.value);
          if (chosen !== undefined) change({ locale: chosen });
        }}
      >
        {FORM_LOCALES.map((one) => {
          // each by its own name, as people look for their language
          const name = new Intl.DisplayNames(one, { type: 'language' }).of(one) ?? one;
          return (
            <option key={one} value={one} lang={one}>
              {known.length === 0 || known.includes(one) ? name : words.interfaceOnly(name)}
            </option>
          );
        })}
      </select>
      {missing && (
        <span className="quiet" id={`${id}note`}>
          {words.missingLanguage[settings.door === 'react' ? 'react' : 'element']}
        </span>
      )}
    </p>
  );
}
