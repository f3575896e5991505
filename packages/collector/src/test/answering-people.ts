import { setTimeout as delay } from 'node:timers/promises';

export interface Person {
  readonly number: number;
  /** below the API */
  readonly path: string;
  readonly body: string;
}

export interface AnsweringOptions {
  readonly together: number;
  /** whether a phone sends again until it hears that the answers are there; else it waits for the next server */
  readonly isPatient?: boolean;
}

/**
 * People who answer, many at a time, over connections that may break. Who hears nothing sends the same again, before anybody
 * else does.
 */
export function answeringPeople(people: readonly Person[]) {
  const waiting = [...people];
  const unheard = new Set<Person>();
  const statuses = new Map<Person, number>();
  const refusals = new Set<string>();
  let stopped = false;
  let isOver = true;

  /** @returns whether the server is there */
  async function send(person: Person, api: string, isPatient: boolean): Promise<boolean> {
    unheard.add(person);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${api}${person.path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: person.body,
      });
      text = await response.text();
    } catch {
      return false;
    }
    const { status } = response;
    if (status === 503 && isPatient) {
      refusals.add(`503, again in ${response.headers.get('Retry-After')}`);
      return false;
    }
    if (status !== 200 && status !== 201) {
      stopped = true;
      throw new Error(`Person ${person.number} was answered with ${status}: ${text}`);
    }
    unheard.delete(person);
    statuses.set(person, status);
    return true;
  }

  return {
    /** who sent and has not heard */
    unheard: (): readonly Person[] => [...unheard],
    /** by what they heard */
    statuses: (): ReadonlyMap<Person, number> => statuses,
    /** what asked patient people to come back */
    refusals,
    /** whether nobody answers any more */
    isOver: () => isOver,
    /** who has not sent yet */
    waiting: (): readonly Person[] => waiting,
    stop() {
      stopped = true;
    },
    /** Until everybody has answered, somebody stops it, or, where nobody is patient, the server is gone. */
    async answer(api: string, { together, isPatient = false }: AnsweringOptions): Promise<void> {
      stopped = false;
      const again = [...unheard];
      const one = async () => {
        while (!stopped) {
          const person = again.shift() ?? waiting.shift();
          if (person === undefined) return;
          while (!(await send(person, api, isPatient))) {
            if (!isPatient || stopped) return;
            await delay(20);
          }
        }
      };
      isOver = false;
      try {
        await Promise.all(Array.from({ length: together }, one));
      } finally {
        isOver = true;
      }
    },
  };
}
