import { isIP } from 'node:net';
import type { Context } from 'hono';

/** What `@hono/node-server` binds: the request as Node has it. Other servers bring a function of their own. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/**
 * The address of the client, for rate limits only: it is neither logged nor stored. Behind reverse proxies it is the
 * entry of `X-Forwarded-For` that the outermost of them wrote, counted from the right, because whatever stands further
 * left was written by the client. Of an IPv6 address it is the network (/64), which is what one customer has.
 *
 * @param proxies how many reverse proxies stand before this server; 0 where clients reach it themselves
 * @returns the address; 'unknown' where there is none, so that all who have none share their limits
 */
export function clientAddress(c: Context, proxies = 0): string {
  const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map((entry) => entry.trim());
  const { incoming } = (c.env ?? {}) as NodeBindings;
  const address = proxies > 0 ? forwarded.at(-proxies) : incoming?.socket?.remoteAddress;
  return network(address ?? '');
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return network(mapped);
  const version = isIP(address);
  if (version === 4) return address;
  if (version !== 6) return 'unknown';
  // the URL parser writes every IPv6 address in its one canonical form
  const canonical = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'));
  const zeros = Array<string>(8 - groups(head).length - groups(tail).length).fill('0');
  const all = tail === undefined ? groups(head) : [...groups(head), ...zeros, ...groups(tail)];
  return `${all.slice(0, 4).join(':')}::/64`;
}
