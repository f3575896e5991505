import { SurveyForm } from '@peerscale/react';
import '@peerscale/react/styles.css';

/** The form and its stylesheet as one module that can be imported late. */
export default SurveyForm;
