import ts from 'typescript';

/**
 * Whether a value is what an example says, to the digits shown: 0.92 is any number that rounds to it, 12 is 12. Texts, truth
 * values, null and NaN as they are; arrays of any kind by their entries, objects by their keys, all of them.
 *
 * @param said the remark behind an expression: a literal, or several with commas between them for an array
 */
export function agreesWithRemark(value: unknown, said: string): boolean {
  const plain = said.replace(/^(?:Float64Array|Uint32Array)\s*(?=\[)/, '');
  return [plain, `[${plain}]`].some((text) => {
    const source = ts.createSourceFile('remark.ts', `(${text});`, ts.ScriptTarget.ES2023, true);
    const [statement, ...others] = source.statements;
    if (others.length > 0 || statement === undefined || !ts.isExpressionStatement(statement)) return false;
    return ts.isParenthesizedExpression(statement.expression) && agrees(value, statement.expression.expression);
  });
}

function agrees(value: unknown, said: ts.Expression): boolean {
  if (said.kind === ts.SyntaxKind.NullKeyword) return value === null;
  if (said.kind === ts.SyntaxKind.TrueKeyword) return value === true;
  if (said.kind === ts.SyntaxKind.FalseKeyword) return value === false;
  if (ts.isStringLiteral(said)) return value === said.text;
  if (ts.isArrayLiteralExpression(said)) {
    const items =
      Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<unknown>) : undefined;
    return items?.length === said.elements.length && said.elements.every((item, i) => agrees(items[i], item));
  }
  if (ts.isObjectLiteralExpression(said)) {
    const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    const sameSize = Object.keys(object).length === said.properties.length;
    return sameSize && said.properties.every((property) => agreesInProperty(object, property));
  }
  return typeof value === 'number' && agreesToDigits(value, said.getText());
}

function agreesInProperty(object: Record<string, unknown>, property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property)) return false;
  const key = ts.isStringLiteral(property.name) ? property.name.text : property.name.getText();
  return key in object && agrees(object[key], property.initializer);
}

/** A whole number is exact but for rounding; digits behind the point are what the value rounds to. */
function agreesToDigits(value: number, digits: string): boolean {
  const number = Number(digits);
  if (!Number.isFinite(number)) return digits === String(number) && Object.is(value, number);
  const [mantissa, exponent] = digits.split('e');
  const decimals = mantissa!.split('.')[1]?.length;
  const half = decimals === undefined ? 0 : 0.5 * 10 ** (Number(exponent ?? 0) - decimals);
  return Math.abs(value - number) <= half + 1e-12 * Math.abs(number);
}
