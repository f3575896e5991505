import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { SurveyView } from '../../src/survey/survey-view.tsx';

/** SurveyJS's own text question, which loses characters when a parent draws itself again while somebody types. */
function Host() {
  const [model] = useState(() => new Model({ elements: [{ type: 'text', name: 'typed' }] }));
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 40);
    return () => clearInterval(timer);
  }, []);
  return (
    <main className="peerscale-form">
      <SurveyView model={model} />
      <output>{JSON.stringify(model.data)}</output>
    </main>
  );
}

createRoot(document.getElementById('root')!).render(<Host />);
