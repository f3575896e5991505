import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page of a browser that runs scripts: Playwright's, or Puppeteer's. */
export interface ScriptedPage {
  evaluate(script: string): Promise<unknown>;
}

/** What axe objects to: its rule, and the elements. */
export type Objection = readonly [rule: string, elements: readonly string[]];

export interface AxeOptions {
  /** what is looked at; default: all of the page */
  readonly include?: string;
  /** with forced colours the contrast is the person's own choice, and axe computes it from what is not painted */
  readonly forcedColors?: boolean;
  /** whether a contrast counts that axe cannot work out, as in a drawing or where something lies above; default: true */
  readonly undecided?: boolean;
  /** only what can differ in another colour or size of type: contrast, and size of targets; default: everything */
  readonly looksAlone?: boolean;
  /** the documents of frames that are to be looked into as well; default: none */
  readonly frames?: readonly ScriptedPage[];
}

const CONTRAST = ['color-contrast', 'color-contrast-enhanced'];

/**
 * What axe-core objects to on a page, with contrast of 7:1 and size of targets among its rules. Unless told otherwise a
 * contrast that it cannot work out counts: it is none to be trusted.
 *
 * @example expect(await axeObjections(page)).toEqual([]);
 */
export async function axeObjections(page: ScriptedPage, options: AxeOptions = {}): Promise<Objection[]> {
  const { include = 'html', forcedColors = false, undecided = true, looksAlone = false, frames = [] } = options;
  const contrast = Object.fromEntries(CONTRAST.map((rule) => [rule, { enabled: !forcedColors }]));
  const run = {
    iframes: frames.length > 0,
    resultTypes: undecided ? ['violations', 'incomplete'] : ['violations'],
    ...(looksAlone ? { runOnly: { type: 'rule', values: [...(forcedColors ? [] : CONTRAST), 'target-size'] } } : {}),
    rules: { ...contrast, 'target-size': { enabled: true } },
  };
  for (const document of [page, ...frames]) {
    if (!(await document.evaluate('typeof axe === "object"'))) await document.evaluate(`${source};undefined`);
  }
  const found = await page.evaluate(`
    axe.run({ include: [[${JSON.stringify(include)}]] }, ${JSON.stringify(run)}).then(({ violations, incomplete }) =>
      [...violations, ...incomplete.filter(({ id }) => ${undecided} && id.startsWith('color-contrast'))].map(({ id, nodes }) => [
        id,
        nodes.map(({ html }) => html),
      ]),
    )
  `);
  return found as Objection[];
}
