/** The address of the sign-in page that leads back to where somebody wanted to go. */
export function signInPath(signIn: string, from: { readonly pathname: string; readonly search: string }): string {
  const back = `${from.pathname}${from.search}`;
  if (back === '/' || from.pathname === '/sign-in') return signIn;
  return `${signIn}${signIn.includes('?') ? '&' : '?'}next=${encodeURIComponent(back)}`;
}

/**
 * Where to go after signing in: the path in `?next=`, but only on this site.
 *
 * @example pathAfterSignIn('?next=%2Fstudies%2Fward-3') // '/studies/ward-3'
 */
export function pathAfterSignIn(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  const origin = 'https://own.invalid';
  const url = URL.parse(next, origin);
  // "//elsewhere" and "/\elsewhere" are addresses of other sites
  return url?.origin === origin && next.startsWith('/') ? `${url.pathname}${url.search}` : '/';
}
