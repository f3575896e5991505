/** All that brings SurveyJS along, as one module to be loaded on demand. */
export { QuestionsView } from './questions-view.tsx';
