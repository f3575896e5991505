import { useState } from 'react';
import { Button } from 'react-aria-components';
import { endLink, fetchLinks, type MadeLink } from '../../api/invitations.ts';
import type { Wave } from '../../api/studies.ts';
import { useWords } from '../../language-context.ts';
import { Expandable } from '../../parts/expandable.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { useResource } from '../../use-resource.ts';
import { studyWords } from '../../words/study.ts';
import type { StudyData } from '../study-data.ts';
import { Letters } from './letters.tsx';
import { MadeLinkCard } from './made-link-card.tsx';
import { MakeLink } from './make-link.tsx';
import { SingleUseLinks } from './single-use-links.tsx';

export interface InviteProps {
  readonly data: StudyData;
  readonly wave: Wave;
}

/** The ways to invite people to an open wave. */
export function Invite({ data, wave }: InviteProps) {
  const words = useWords(studyWords);
  const { study } = data;
  const [made, setMade] = useState<MadeLink>();
  const links = useResource(`links ${wave.id}`, (signal) => fetchLinks(study.id, wave.id, signal));
  const onMade = (link: MadeLink) => {
    setMade(link);
    links.reload();
  };
  return (
    <section className="card" aria-labelledby={`invite-${wave.number}`}>
      <h2 id={`invite-${wave.number}`}>{words.invite.title(wave.name)}</h2>
      <p>{words.invite.text}</p>
      {made !== undefined && <MadeLinkCard data={data} wave={wave} made={made} />}
      <Expandable title={words.invite.open}>
        <div className="inset">
          <p>{words.invite.openText}</p>
          <MakeLink study={study.id} wave={wave.id} onMade={onMade} />
        </div>
      </Expandable>
      <Expandable title={words.invite.group}>
        <div className="inset">
          <p>{words.invite.groupText}</p>
          <MakeLink study={study.id} wave={wave.id} choices={data} onMade={onMade} />
        </div>
      </Expandable>
      <Expandable title={words.invite.tokens}>
        <div className="inset">
          <SingleUseLinks data={data} wave={wave} />
        </div>
      </Expandable>
      <Expandable title={words.invite.letters}>
        <div className="inset">
          <Letters data={data} wave={wave} />
        </div>
      </Expandable>
      <LinkList data={data} wave={wave} links={links.value ?? []} reload={links.reload} />
    </section>
  );
}

interface LinkListProps extends InviteProps {
  readonly links: Awaited<ReturnType<typeof fetchLinks>>;
  readonly reload: () => void;
}

/** The links there are; what opens them was shown when they were made. */
function LinkList({ data: { study, teams, groups }, wave, links, reload }: LinkListProps) {
  const words = useWords(studyWords);
  const submit = useSubmit();
  if (links.length === 0) return null;
  const nameOf = ({ team, group }: { team: string | null; group: string | null }) =>
    [teams.find(({ id }) => id === team)?.name ?? team, groups.find(({ id }) => id === group)?.name ?? group]
      .filter((name) => name !== null)
      .join(', ') || words.invite.forAll;
  return (
    <>
      <h3>{words.invite.existing}</h3>
      <ul className="rows">
        {links.map((link) => (
          <li key={link.id}>
            <span>{nameOf(link)}</span>
            <Button
              className="link-button"
              aria-label={words.invite.endNamed(nameOf(link))}
              isDisabled={submit.busy}
              onPress={() => submit.run(() => endLink(study.id, wave.id, link.id)).then(reload)}
            >
              {words.invite.end}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
