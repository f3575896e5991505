import type { Context } from 'hono';
import { bodyError, problem } from '../../problem.ts';
import { type PersonalWords, passwordIssue } from '../password/password-rules.ts';

/** The answer to a password that cannot be chosen, or undefined where it can. */
export function refusePassword(c: Context, password: string, own: PersonalWords): Response | undefined {
  const issue = passwordIssue(password, own);
  if (issue === undefined) return undefined;
  return problem(c, 'invalid-request', { errors: [bodyError({ ...issue, path: ['password'] })] });
}
