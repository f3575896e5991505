import ts from 'typescript';

/** What an example asserts at one place: the value of an expression, as written after `//` on its line. */
export interface ExampleCheck {
  /** the expression, as text */
  readonly expression: string;
  /** what the comment says: `undefined` where there is none */
  readonly expected: string | undefined;
}

/** An example made runnable: a function of what it may use and of a recorder of values. */
export interface ExampleProgram {
  readonly checks: readonly ExampleCheck[];
  readonly run: (scope: Readonly<Record<string, unknown>>, record: (place: number, value: unknown) => void) => void;
}

/**
 * Makes an example runnable. Every expression that stands as a statement of its own is a check; its value is what follows
 * `//` on its line, up to a semicolon: `cronbachAlpha(moments) // 0.9231; as psych::alpha`.
 *
 * @param text TypeScript; import statements are taken out, what they import has to be in the scope
 * @throws SyntaxError for text that is no TypeScript
 */
export function exampleProgram(text: string): ExampleProgram {
  const source = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2023, true);
  const checks: ExampleCheck[] = [];
  let body = '';
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) continue;
    if (!ts.isExpressionStatement(statement)) {
      body += `${statement.getText()}\n`;
      continue;
    }
    const { expression } = statement;
    const comment = ts.getTrailingCommentRanges(text, statement.end)?.[0];
    const remark = comment && text.slice(comment.pos, comment.end);
    body += `record(${checks.length}, ${expression.getText()});\n`;
    checks.push({ expression: expression.getText(), expected: remark?.replace(/^\/\/\s*|\s*;.*$/g, '').trim() });
  }
  const { outputText, diagnostics } = ts.transpileModule(body, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    reportDiagnostics: true,
  });
  if (diagnostics?.length) throw new SyntaxError(ts.flattenDiagnosticMessageText(diagnostics[0]!.messageText, ' '));
  const declared = declaredIn(source);
  return {
    checks,
    run: (scope, record) => {
      const names = Object.keys(scope).filter((name) => !declared.has(name));
      const values = names.map((name) => scope[name]);
      new Function('record', ...names, `'use strict';\n${outputText}`)(record, ...values);
    },
  };
}

/** Names that an example imports, by module. */
export function importsOfExample(text: string): { readonly module: string; readonly names: readonly string[] }[] {
  const source = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2023, true);
  return source.statements.filter(ts.isImportDeclaration).map((statement) => {
    const bindings = statement.importClause?.namedBindings;
    return {
      module: (statement.moduleSpecifier as ts.StringLiteral).text,
      names: bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [],
    };
  });
}

function declaredIn(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const collect = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) collect(element.name);
  };
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) collect(name);
    if (ts.isFunctionDeclaration(statement) && statement.name) names.add(statement.name.text);
  }
  return names;
}
