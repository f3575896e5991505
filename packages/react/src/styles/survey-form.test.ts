import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composeStyles } from '../../scripts/compose-styles.ts';

const css = readFileSync(new URL('survey-form.css', import.meta.url), 'utf8');

/** The default of each colour token, in the order light, dark by system, dark by attribute. */
function palettes(): Record<string, string>[] {
  const found = new Map<string, string[]>();
  for (const [, name, value] of css.matchAll(/--_([\w-]+): var\(--peerscale-[\w-]+, (#[0-9a-f]{6})\)/g)) {
    found.set(name!, [...(found.get(name!) ?? []), value!]);
  }
  return [0, 1, 2].map((at) => Object.fromEntries([...found].map(([name, values]) => [name, values[at]!])));
}

/** @see WCAG 2.2, relative luminance and contrast ratio */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

test('text has a contrast of at least 7 to 1, the lines of targets at least 3 to 1, in light and dark', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  const [light, dark, darkByAttribute] = palettes();
  expect(darkByAttribute).toEqual(dark);
  for (const colours of [light!, dark!]) {
    const texts = [
      ['ink', 'surface'],
      ['ink', 'tint'],
      ['muted', 'surface'],
      ['accent', 'surface'],
      ['on-accent', 'accent'],
      ['danger', 'danger-tint'],
    ];
    for (const [text, ground] of texts) {
      expect(contrast(colours[text!]!, colours[ground!]!), `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
    }
    for (const line of ['line', 'accent', 'danger']) {
      expect(contrast(colours[line]!, colours.surface!), line).toBeGreaterThanOrEqual(3);
    }
  }
});

test('the composed sheet has the variables of SurveyJS and loads nothing', () => {
  const styles = composeStyles();
  expect(styles).toContain('--sjs2-color-project-brand-600:#19B394');
  expect(styles).toContain('--sjs2-border-effect-surface-focused-reset:0px 0px 0px 0px #19B394');
  expect(styles).toContain('.peerscale-option-label');
  expect(styles).not.toMatch(/fonts\.(?:gstatic|googleapis)|@font-face|@import|@charset/);
});
