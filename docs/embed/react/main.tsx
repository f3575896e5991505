import { findInstrument, findTextPack } from '@peerscale/instruments';
import { SurveyForm } from '@peerscale/react';
import '@peerscale/react/styles.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const instrument = findInstrument('turnover-intention', '1.0.0')!;
const textPack = findTextPack(instrument, 'en')!;

function App() {
  const [arrived, setArrived] = useState<string>();
  return (
    <main>
      <h1>Survey of the team</h1>
      <SurveyForm
        instrument={instrument}
        textPack={textPack}
        endpoint="/api/studies/spring/responses"
        onSaved={(record) => setArrived(record.idempotencyKey)}
      />
      <p role="status">{arrived && `Arrived under the key ${arrived}.`}</p>
    </main>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
