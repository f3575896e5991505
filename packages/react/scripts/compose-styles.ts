import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { BaseTheme, createBoxShadowReset } from 'survey-core';

const THEME_ROOT = ':where(.sd-theme-root)';

/** SurveyJS works out "the same shadow, invisible" of these four in the page; here it is done once. */
const SHADOWS = [
  '--sjs2-border-effect-surface-default',
  '--sjs2-border-effect-surface-focused',
  '--sjs2-border-effect-component-formbox-default',
  '--sjs2-border-effect-component-formbox-focused',
];

/**
 * The whole style sheet of the package: SurveyJS's own rules without its web fonts, the variables that SurveyJS 3.0.0
 * would put into an inline `<style>` (which a strict `style-src` refuses), and the rules of the form.
 *
 * @throws Error where the result would load anything from another address
 */
export function composeStyles(): string {
  const surveyCore = readFileSync(
    fileURLToPath(import.meta.resolve('survey-core/survey-core.fontless.min.css')),
    'utf8',
  );
  const styles = [
    '/* survey-core 3.0.0, MIT, (c) DevSoft Baltic OU: survey-core.fontless.min.css */',
    surveyCore.replace(/^\uFEFF?@charset [^;]+;/, '').trim(),
    '/* survey-core 3.0.0, MIT, (c) DevSoft Baltic OU: BaseTheme */',
    variablesRule({ ...BaseTheme.cssVariables, ...invisibleShadows() }),
    '/* @peerscale/react */',
    formRules(),
    '',
  ].join('\n');
  const foreign = /url\(\s*['"]?(?:[a-z]+:)?\/\/[^)]*\)|@import[^;]*;|@font-face/i.exec(styles);
  if (foreign !== null) throw new Error(`The style sheet would load something: ${foreign[0]}`);
  return styles;
}

/**
 * The rules of the form alone, without comments and spaces.
 *
 * @throws Error where they are not well formed
 */
export function formRules(): string {
  const source = readFileSync(new URL('../src/styles/survey-form.css', import.meta.url), 'utf8');
  const { code, warnings } = transformSync(source, { loader: 'css', minify: true, target: 'es2023' });
  if (warnings.length > 0) throw new Error(`survey-form.css: ${warnings.map(({ text }) => text).join('; ')}`);
  return code.trim();
}

function variablesRule(variables: Readonly<Record<string, string>>): string {
  const declarations = Object.entries(variables).map(([name, value]) => `${name}:${value}`);
  return `${THEME_ROOT}{${declarations.join(';')}}`;
}

function invisibleShadows(): Record<string, string> {
  return Object.fromEntries(SHADOWS.map((name) => [`${name}-reset`, createBoxShadowReset(resolved(`var(${name})`))]));
}

/** A value with every variable of the base theme put in. */
function resolved(value: string): string {
  const variables: Readonly<Record<string, string>> = BaseTheme.cssVariables ?? {};
  return value.replace(/var\((--[\w-]+)\)/g, (reference, name: string) => {
    const inner = variables[name];
    return inner === undefined ? reference : resolved(inner);
  });
}
