import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = fileURLToPath(new URL('../../../../packages/collector/src', import.meta.url));

/** What staff's requests are read and refused by; answers of respondents have words of their own. */
const FOLDERS = ['access', 'exports', 'model', 'request', 'results', 'routes/studies', 'studies'];
const OF_RESPONDENTS = /^(?:model\/(?:submission|frozen-wave)|request\/(?:check-|asked-form|parse-json))/;
/** What is noted beside the figures of a report is no fault of a request. */
const OF_REPORTS = /^results\/reports\/change-between/;

/** What the server says about a field: its code, and its sentence with `{}` where that differs; null where it is made elsewhere. */
export interface ServerFault {
  readonly file: string;
  readonly code: string;
  readonly message: string | null;
}

/** By the name of a function: which of its arguments are the code and the message. */
const CALLS: Readonly<Record<string, (count: number) => { readonly code: number | null; readonly message: number }>> = {
  fieldRefusal: (count) => ({ code: count > 2 ? 2 : null, message: 1 }),
  queryRefusal: () => ({ code: null, message: 1 }),
  queryError: () => ({ code: null, message: 1 }),
  fault: () => ({ code: 2, message: 3 }),
  bad: () => ({ code: 1, message: 2 }),
  add: (count) => (count > 2 ? { code: 1, message: 2 } : { code: null, message: 1 }),
};

/** Checks of valibot that take a message of ours. */
const CHECKS = /^(?:check|regex|(?:min|max)(?:Length|Value)|picklist|string|number|uuid|rfcEmail)$/;

/** Every fault of a field that the sources of the collector write down, for requests of staff. */
export function serverFaults(): ServerFault[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ).filter(
    (name) =>
      /(?<!\.test)\.ts$/.test(name) &&
      !name.includes('/test/') &&
      ![OF_RESPONDENTS, OF_REPORTS].some((other) => other.test(name)),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const found: ServerFault[] = [];
    const visit = (node: ts.Node): void => {
      for (const { code, message } of faultsAt(node)) found.push({ file, code, message });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    return found;
  });
}

function faultsAt(node: ts.Node): Omit<ServerFault, 'file'>[] {
  if (ts.isCallExpression(node)) {
    const { expression, arguments: given } = node;
    if (ts.isIdentifier(expression) && CALLS[expression.text] !== undefined) {
      const { code, message } = CALLS[expression.text]!(given.length);
      const codes = code === null ? ['invalid-value'] : textsOf(given[code]);
      return pairs(codes, textsOf(given[message]));
    }
    // a check of valibot: its message comes last, if it has one
    if (ts.isPropertyAccessExpression(expression) && expression.expression.getText() === 'v' && given.length > 0) {
      const last = given.at(-1)!;
      if (!CHECKS.test(expression.name.text)) return [];
      const isMessage = given.length > 1 || ['string', 'number', 'uuid', 'rfcEmail'].includes(expression.name.text);
      if (isMessage) return pairs(['invalid-value'], textsOf(last));
    }
    return [];
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  const partOf = (name: string): ts.Expression | undefined => {
    for (const property of node.properties) {
      if (property.name?.getText() !== name) continue;
      if (ts.isPropertyAssignment(property)) return property.initializer;
      if (ts.isShorthandPropertyAssignment(property)) return property.name;
    }
    return undefined;
  };
  const [path, code, message] = [partOf('path'), partOf('code'), partOf('message')];
  if (message === undefined || (code === undefined && path === undefined)) return [];
  const messages = textsOf(message);
  // what is handed on without a code comes from a check of values
  const codes = code === undefined ? ['invalid-value'] : textsOf(code);
  return pairs(codes, messages.length > 0 ? messages : code === undefined ? [] : [null]);
}

const pairs = (codes: readonly string[], messages: readonly (string | null)[]) =>
  codes.flatMap((code) => messages.map((message) => ({ code, message })));

/** The texts that an expression can be: literals, templates, either side of a choice, a constant of the same function. */
function textsOf(node: ts.Expression | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}')];
  }
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (!ts.isIdentifier(node)) return [];
  for (let scope: ts.Node = node.parent; scope !== undefined; scope = scope.parent) {
    let found: ts.Expression | undefined;
    const look = (inner: ts.Node): void => {
      if (ts.isVariableDeclaration(inner) && inner.name.getText() === node.text) found = inner.initializer;
      if (!ts.isFunctionLike(inner)) ts.forEachChild(inner, look);
    };
    if (ts.isBlock(scope) || ts.isSourceFile(scope)) ts.forEachChild(scope, look);
    if (found !== undefined) return textsOf(found);
  }
  return [];
}
