/** The least that shows a form with SurveyJS: its own styles, its own React view, the questions in the bundle. */
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import 'survey-core/survey-core.fontless.min.css';
import json from 'form.json';

createRoot(document.getElementById('root')!).render(<Survey model={new Model(json)} />);
