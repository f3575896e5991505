import { Button } from 'react-aria-components';
import { useWords } from '../../language-context.ts';
import { setupWords } from '../../words/setup.ts';
import type { StepProps } from '../set-up-steps.tsx';

interface StepEndProps extends Pick<StepProps, 'next' | 'back'> {
  readonly isDisabled?: boolean;
}

/** The way on from a step whose changes are saved already, and the way back. */
export function StepEnd({ next, back, isDisabled = false }: StepEndProps) {
  const words = useWords(setupWords);
  return (
    <p className="actions step-actions">
      <Button className="button primary" onPress={next} isDisabled={isDisabled}>
        {words.nextOnly}
      </Button>
      {back}
    </p>
  );
}
