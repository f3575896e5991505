import { isIP } from 'node:net';

/** Where the pages of this server are, and what follows from it for cookies and passkeys. */
export interface OwnOrigin {
  /** scheme, host and port, as browsers write it into the header Origin */
  readonly origin: string;
  /** false only for plain HTTP on this very machine, where browsers may refuse a Secure cookie */
  readonly secure: boolean;
  /** the domain of passkeys (WebAuthn's relying party id); undefined where the host is a number */
  readonly domain: string | undefined;
}

/**
 * Reads the public address of the server.
 *
 * @throws RangeError for what is not an http(s) origin, and for plain HTTP elsewhere than on the loopback interface:
 *   a session cookie would be sent for everybody on the way to read
 * @example ownOrigin('https://survey.ward3.example')
 */
export function ownOrigin(address: string): OwnOrigin {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new RangeError(`Unexpected origin: ${address} is not an address that begins with https://`);
  }
  if (url.username !== '' || url.password !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new RangeError(`Unexpected origin: ${url.origin} is meant, with nothing before the host or after the port`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'https:';
  const loopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  if (!secure && !loopback) {
    throw new RangeError(`Unexpected origin: ${url.origin} needs https://; plain HTTP is for http://localhost alone`);
  }
  return { origin: url.origin, secure, domain: isIP(host) === 0 ? host : undefined };
}
