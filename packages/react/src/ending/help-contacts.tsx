import type { FormContent } from '@peerscale/form';
import { isolateNumbers, planText, textDirection } from '@peerscale/form/keeping';

export interface HelpContactsProps {
  readonly content: FormContent;
  /** where the study has no heading of its own */
  readonly title: string;
}

/** Whom to turn to, in the words of the study; nothing where it names nobody. */
export function HelpContacts({ content: { plan, locale }, title }: HelpContactsProps) {
  if (plan.helpContacts === undefined) return null;
  const own = plan.helpContacts.title === undefined ? null : planText(plan.helpContacts.title, locale);
  const words = planText(plan.helpContacts.text, locale);
  return (
    <aside className="peerscale-contacts">
      <h2
        className="peerscale-part-title"
        lang={own?.locale}
        dir={own === null ? undefined : textDirection(own.locale)}
      >
        {own?.text ?? title}
      </h2>
      <p className="peerscale-intro" lang={words.locale} dir={textDirection(words.locale)}>
        {isolateNumbers(words.text)}
      </p>
    </aside>
  );
}
