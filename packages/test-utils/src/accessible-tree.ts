import type { FirefoxBrowser } from './firefox.ts';

/** What Firefox tells a screen reader of one element. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string | null;
  readonly description: string | null;
  /** "2 of 5" is position 2 and size 5; 0 where there is no such thing */
  readonly position: number;
  readonly size: number;
  /** such as `required`, `checked`, `invalid` */
  readonly states: readonly string[];
  /** how deep it is */
  readonly depth: number;
}

/** The commands of WebDriver BiDi that Puppeteer has no words for. */
interface Connection {
  send(method: string, parameters: Readonly<Record<string, unknown>>): Promise<{ result: unknown }>;
}

/** Runs in the browser's own window: the tree of the page in its selected tab. */
const READ_TREE = `(() => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const nodes = [];
  const walk = (node, depth) => {
    const [size, position, state, more] = [{}, {}, {}, {}];
    node.groupPosition({}, size, position);
    node.getState(state, more);
    const states = Array.from(service.getStringStates(state.value, more.value));
    const { name, description } = node;
    nodes.push({ role: service.getStringRole(node.role), name, description, position: position.value, size: size.value, states, depth });
    for (let child = node.firstChild; child !== null; child = child.nextSibling) walk(child, depth + 1);
  };
  const page = service.getAccessibleFor(gBrowser.selectedBrowser);
  if (page !== null && page.firstChild !== null) walk(page.firstChild, 0);
  return JSON.stringify(nodes);
})()`;

/**
 * The accessibility tree of the page that a Firefox of `launchFirefox` shows, in order. Firefox begins to build it when it
 * is asked for the first time, and goes on beside the page.
 *
 * @param complete whether what is looked for is there
 */
export async function accessibleTree(
  browser: FirefoxBrowser,
  complete: (nodes: readonly AccessibleNode[]) => boolean,
): Promise<readonly AccessibleNode[]> {
  const { connection } = browser as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = result as { contexts: readonly { context: string }[] };
  let nodes: readonly AccessibleNode[] = [];
  for (let attempt = 0; attempt < 100; attempt++) {
    const target = { context: contexts[0]!.context };
    const read = await connection.send('script.evaluate', { expression: READ_TREE, target, awaitPromise: false });
    const { type, result: value } = read.result as { type: string; result?: { value: string } };
    if (type !== 'success')
      throw new Error(`Firefox did not read its accessibility tree: ${JSON.stringify(read.result)}`);
    nodes = JSON.parse(value!.value) as readonly AccessibleNode[];
    if (complete(nodes)) return nodes;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `Not in the accessibility tree after 10 s: ${nodes.map(({ role, name }) => `${role} ${name}`).join(', ')}`,
  );
}
