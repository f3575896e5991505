import type { Access } from '../access/open-access.ts';

/** The page that a secret opens. It stands behind the #, which browsers send to no server and servers do not log. */
export function invitationUrl({ origin }: Pick<Access, 'origin'>, secret: string): string {
  return `${origin.origin}/answer#${secret}`;
}
