import { type ComponentType, memo } from 'react';
import type { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';

/** The only props of SurveyJS's component that we use; its own are declared `any`. */
interface SurveyViewProps {
  readonly model: Model;
}

/**
 * SurveyJS's component, drawn again only for another model. Its props are compared one by one: SurveyJS itself renders
 * with every parent and then loses what is being typed (survey-library#10584).
 */
export const SurveyView = memo(Survey as unknown as ComponentType<SurveyViewProps>);
