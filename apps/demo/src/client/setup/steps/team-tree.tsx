import type { Team } from '../../api/studies.ts';
import { EntryRow } from './entry-row.tsx';

interface TeamTreeProps {
  readonly teams: readonly Team[];
  readonly busy: boolean;
  readonly onRemove: (id: string) => void;
}

/** The teams, each under the one it belongs to. */
export function TeamTree({ teams, busy, onRemove }: TeamTreeProps) {
  const ids = new Set(teams.map(({ id }) => id));
  const below = (parent: string | null, depth: number): { team: Team; depth: number }[] =>
    teams
      .filter((team) => (team.parent !== null && ids.has(team.parent) ? team.parent : null) === parent)
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)]);
  return (
    <ul className="rows">
      {below(null, 0).map(({ team, depth }) => (
        <li key={team.id} data-depth={Math.min(depth, 4)}>
          <EntryRow name={team.name} busy={busy} onRemove={() => onRemove(team.id)}>
            <strong>{team.name}</strong>
            {team.setting !== null && <span className="quiet"> · {team.setting}</span>}
          </EntryRow>
        </li>
      ))}
    </ul>
  );
}
