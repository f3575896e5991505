import { hash, parseOptions, verify } from '@node-rs/argon2';
import { newSecret } from '../secret.ts';
import { limitWork, type WorkLimit } from './limit-work.ts';
import { LONGEST_PASSWORD, normalisePassword } from './password-rules.ts';

export interface HashParameters {
  /** KiB of memory */
  readonly memoryCost: number;
  /** passes over it */
  readonly timeCost: number;
  readonly parallelism: number;
}

/** Argon2id, 19 MiB, two passes, one lane: the first of the equivalent settings of OWASP's Password Storage Cheat Sheet. */
const owaspParameters: HashParameters = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export interface PasswordOptions extends Partial<WorkLimit> {
  /** Argon2id's; `owaspParameters` by default */
  readonly parameters?: HashParameters;
}

export interface Passwords {
  /** The Argon2id hash of a password as one text with its salt and parameters. @throws BusyError */
  hash(password: string): Promise<string>;
  /**
   * Whether this is the password. Where there is none to compare with (an unknown or invited account) the same work is
   * done in vain, so that the time tells nothing.
   *
   * @throws BusyError
   */
  isRight(stored: string | null | undefined, password: string): Promise<boolean>;
  /** Whether a stored hash was made with weaker parameters than the present ones, and should be made anew at sign-in. */
  isOutdated(stored: string): boolean;
}

/** Hashing of passwords, a few at a time: with the defaults at most 2 x 19 MiB, and at most 64 who wait. */
export function createPasswords({
  parameters = owaspParameters,
  concurrent = 2,
  waiting = 64,
}: PasswordOptions = {}): Passwords {
  const limited = limitWork({ concurrent, waiting });
  const hashNow = (password: string) => hash(normalisePassword(password), { ...parameters });
  const inVain = hashNow(newSecret());
  // whoever waits for it is told; nobody does until somebody signs in
  inVain.catch(() => {});
  return {
    hash: (password) => limited(() => hashNow(password)),
    async isRight(stored, password) {
      const possible = password.length <= 6 * LONGEST_PASSWORD && !/\p{Surrogate}/u.test(password);
      const compared = stored ?? (await inVain);
      const right = await limited(() => verify(compared, possible ? normalisePassword(password) : ''));
      return right && possible && typeof stored === 'string';
    },
    isOutdated(stored) {
      const { memoryCost, timeCost, parallelism } = parseOptions(stored);
      return (
        memoryCost < parameters.memoryCost || timeCost < parameters.timeCost || parallelism < parameters.parallelism
      );
    },
  };
}
