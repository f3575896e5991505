import { findBattery, instruments, textPacksOf } from '@peerscale/instruments';
import { SurveyForm } from '@peerscale/react';
import { createRoot } from 'react-dom/client';

const battery = findBattery('peer-team-pulse')!;
const parts = battery.groups.find(({ respondents }) => respondents === 'staff')!.parts;
const asked = instruments.filter(({ id }) => parts.some(({ instrument }) => instrument === id));
const textPacks = asked.flatMap((instrument) => textPacksOf(instrument));

/** A page with a whole battery: several instruments, one after the other. */
Object.assign(window, { handedOver: [] as unknown[] });
createRoot(document.getElementById('root')!).render(
  <main>
    <h1>Host page</h1>
    <SurveyForm
      battery={battery}
      respondents="staff"
      instruments={asked}
      textPacks={textPacks}
      locale="en"
      onSubmit={async (record) => window.handedOver.push(record)}
    />
  </main>,
);
