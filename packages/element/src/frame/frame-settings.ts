/** What a frame shows, from its own address. */
export interface FrameSettings {
  /** attributes of the element */
  readonly attributes: Readonly<Record<string, string>>;
  /** the origin of the page around, which alone is told anything; null for nobody */
  readonly host: string | null;
}

const PASSED_ON = ['locale', 'theme', 'mode', 'keep', 'shared-computer', 'draft-key'];

/**
 * Reads the query of `frame.html`. Anybody can write a link to it: forms come from, and answers go to, the frame's own
 * origin and those that whoever serves it has named, and nowhere else.
 *
 * @param address of the frame
 * @param allowed further origins, from the page's `peerscale-allow`
 * @param around origin of the page around as the browser tells it, null where it does not; `host` in the query wins
 * @throws RangeError for an address that is not allowed, naming it
 */
export function frameSettings(address: string, allowed: readonly string[], around: string | null): FrameSettings {
  const own = new URL(address);
  const query = own.searchParams;
  const attributes: Record<string, string> = {};
  for (const name of ['src', 'endpoint']) {
    const given = query.get(name);
    if (given === null) continue;
    const target = parsed(given, own);
    if (target === null || (target.origin !== own.origin && !allowed.includes(target.origin))) {
      throw new RangeError(`Unexpected ${name}: ${given} is not on an origin that this page allows.`);
    }
    attributes[name] = target.href;
  }
  for (const name of PASSED_ON) {
    const given = query.get(name);
    if (given !== null) attributes[name] = given;
  }
  const host = parsed(query.get('host') ?? around ?? '');
  return { attributes, host: host === null || !/^https?:$/.test(host.protocol) ? null : host.origin };
}

function parsed(address: string, base?: URL): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
