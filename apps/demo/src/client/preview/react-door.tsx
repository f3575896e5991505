import type { SurveyBundle } from '@peerscale/element';
import { SurveyForm } from '@peerscale/react';
import '@peerscale/react/styles.css';
import { createRoot, type Root } from 'react-dom/client';
import type { PlaygroundSettings } from '../playground/settings.ts';
import { type Door, draftKey } from './door.ts';
import { tell } from './tell.ts';

let root: Root | undefined;
let loading: Promise<SurveyBundle> | undefined;

/** `<SurveyForm>`: wording in the language asked for where there is one, else the English under that interface. */
export const reactDoor: Door = async (place, settings) => {
  root ??= createRoot(place);
  loading ??= fetch(`/surveys/${settings.instrument}.json`).then((response) => response.json());
  root.render(<Form bundle={await loading} settings={settings} />);
};

function Form({ bundle, settings }: { bundle: SurveyBundle; settings: PlaygroundSettings }) {
  const { instrument, textPacks, plan } = bundle;
  const { locale, theme, shared } = settings;
  if (instrument === undefined) return null;
  const common = {
    locale,
    theme: theme === 'auto' ? undefined : theme,
    keep: shared ? 'none' : 'tab',
    draftKey: draftKey(settings),
    onReady: (detail: unknown) => tell('onReady', detail),
    onProgress: (detail: unknown) => tell('onProgress', detail),
    onChange: (_: unknown, change: unknown) => tell('onChange', change),
    onSubmit: async (record: unknown) => tell('onSubmit', { record }),
    onSaved: (record: unknown) => tell('onSaved', { record }),
    onError: (detail: unknown) => tell('onError', detail),
  } as const;
  if (plan !== undefined) {
    return <SurveyForm plan={plan} instruments={[instrument]} textPacks={textPacks} {...common} />;
  }
  const wordingIn = (wanted: string) => textPacks.find((pack) => pack.locale === wanted);
  return <SurveyForm instrument={instrument} textPack={wordingIn(locale) ?? wordingIn('en')} {...common} />;
}
