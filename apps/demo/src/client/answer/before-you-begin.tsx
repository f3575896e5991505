import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Cell, Invitation, Named } from '../api/answer.ts';
import { longDay } from '../dates.ts';
import { useLanguage, useWords } from '../language-context.ts';
import { localized } from '../locale.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { SimulatedNote } from '../parts/simulated-note.tsx';
import { answerWords } from '../words/answer.ts';
import { nameFor } from '../words/suggested-names.ts';
import { ChooseOne } from './choose-one.tsx';
import { keepingOf } from './keeping-of.ts';
import type { Place } from './place.ts';
import { WhatHappens } from './what-happens.tsx';

type Begun = NonNullable<Place['begun']>;

export interface BeforeYouBeginProps {
  readonly invitation: Invitation;
  readonly onBegin: (begun: Begun) => void;
}

/** Who asks, what is stored and how answers are taken back; the team and the group where the link leaves them open. */
export function BeforeYouBegin({ invitation, onBegin }: BeforeYouBeginProps) {
  const { locale } = useLanguage();
  const { begin } = useWords(answerWords);
  const { organisation, study, wave, kind, choices } = invitation;
  const [{ team, group }, setCell] = useState<Cell>(() => settled(invitation, { team: null, group: null }));
  const [shared, setShared] = useState(false);
  const [tried, setTried] = useState(false);
  const open = kind === 'open';
  const groups = choices.groups.filter(
    ({ id }) => team === null || choices.cells.some((cell) => cell.team === team && cell.group === id),
  );
  const choose = (change: Partial<Cell>) => setCell((before) => settled(invitation, { ...before, ...change }));
  const forReader = (all: readonly Named[]) => all.map(({ id, name }) => ({ id, name: nameFor(name, locale) }));
  const missing = (value: string | null) => (tried && value === null ? begin.missing : null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (open && (team === null || group === null)) return;
    onBegin({ team: open ? team : null, group: open ? group : null, shared });
  };

  const title = localized(study.title, locale);
  return (
    <form className="answer-page" onSubmit={submit} noValidate>
      <PageHeading eyebrow={wave.name} title={title} />
      {study.simulated && <SimulatedNote />}
      <p className="lead">
        {begin.asks(organisation)} {begin.until(longDay(wave.closesOn, locale))}
      </p>
      {open && choices.teams.length > 1 && (
        <ChooseOne
          label={begin.team}
          prompt={begin.teamChoose}
          options={forReader(choices.teams)}
          value={team}
          fault={missing(team)}
          onChange={(id) => choose({ team: id })}
        />
      )}
      {open && choices.groups.length > 1 && (
        <ChooseOne
          label={begin.group}
          prompt={begin.missing}
          options={forReader(groups)}
          value={group}
          fault={missing(group)}
          onChange={(id) => choose({ group: id })}
        />
      )}
      <section className="card" aria-labelledby="what-happens">
        <h2 id="what-happens">{begin.stored}</h2>
        <WhatHappens study={study} kind={kind} />
      </section>
      <div className="shared-device">
        <label className="pick">
          <input
            type="checkbox"
            checked={shared}
            aria-describedby="shared-hint"
            onChange={({ target }) => setShared(target.checked)}
          />
          <span>{begin.shared}</span>
        </label>
        <p className="quiet" id="shared-hint">
          {begin.waits[keepingOf(invitation)]} {begin.sharedHint}
        </p>
      </div>
      <Button type="submit" className="button primary large">
        {begin.start}
      </Button>
    </form>
  );
}

/** A choice that fits the wave: what goes with nothing that was chosen before is chosen anew, what is one alone is chosen. */
function settled({ kind, choices }: Invitation, { team, group }: Cell): Cell {
  if (kind !== 'open') return { team: null, group: null };
  const only = (all: readonly { readonly id: string }[]) => (all.length === 1 ? all[0]!.id : null);
  const ofTeam = team ?? only(choices.teams);
  const fits = choices.cells.filter((cell) => ofTeam === null || cell.team === ofTeam);
  const groups = [...new Set(fits.map((cell) => cell.group))];
  const ofGroup = group !== null && groups.includes(group) ? group : groups.length === 1 ? groups[0]! : null;
  return { team: ofTeam, group: ofGroup };
}
