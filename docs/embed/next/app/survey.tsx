'use client';

import { type InstrumentFormProps, SurveyForm } from '@peerscale/react';
import { useState } from 'react';

/** For the browser too: functions such as `onSaved` cannot come from a component of the server. */
export function Survey({ instrument, textPack }: Pick<InstrumentFormProps, 'instrument' | 'textPack'>) {
  const [arrived, setArrived] = useState<string>();
  return (
    <>
      <SurveyForm
        instrument={instrument}
        textPack={textPack}
        endpoint="/api/studies/spring/responses"
        onSaved={(record) => setArrived(record.idempotencyKey)}
      />
      <p role="status">{arrived && `Arrived under the key ${arrived}.`}</p>
    </>
  );
}
