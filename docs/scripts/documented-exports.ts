import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A function or object that a package exports, and the examples in its doc comment. */
export interface DocumentedExport {
  readonly name: string;
  /** where it is declared, from the root of the repository */
  readonly file: string;
  readonly examples: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Values (not types) declared and exported in the TypeScript file, with the text of each `@example`. */
export function documentedExports(file: string): DocumentedExport[] {
  const source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.ES2023, true);
  return source.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    return namesOf(statement).map((name) => ({ name, file, examples: examplesOf(statement) }));
  });
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name!.text];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return [];
}

// as it stands between the stars: the compiler's own reading of `@example` changes braces and line ends
function examplesOf(statement: ts.Statement): string[] {
  return ts
    .getJSDocTags(statement)
    .filter(({ tagName }) => tagName.text === 'example')
    .map((tag) =>
      tag
        .getFullText()
        .replace(/^@example/, '')
        .split('\n')
        .map((line) => line.replace(/^\s*\*(?: |\/?$)?/, ''))
        .join('\n')
        .trim(),
    );
}
