import { findInstrument, findTextPack } from '@peerscale/instruments';
import { Survey } from './survey';

/** Runs on the server: of the instruments that come with Peerscale, the browser gets the one that is shown. */
export default function Page() {
  const instrument = findInstrument('turnover-intention', '1.0.0');
  const textPack = instrument && findTextPack(instrument, 'en');
  if (instrument === undefined || textPack === undefined) return <p>There is no such form.</p>;
  return (
    <main>
      <h1>Survey of the team</h1>
      <Survey instrument={instrument} textPack={textPack} />
    </main>
  );
}
