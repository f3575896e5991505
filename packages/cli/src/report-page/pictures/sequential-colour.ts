/** Ends and middle of a sequence of blues, from light to dark: told apart by lightness alone, in grey and by every eye. */
const STOPS = [
  [222, 235, 247],
  [107, 165, 214],
  [8, 57, 112],
] as const;
const INK = { dark: '#000000', light: '#ffffff' } as const;

const hex = (channels: readonly number[]) =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance of WCAG 2. */
function luminance(channels: readonly number[]): number {
  const [r, g, b] = channels.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/**
 * The colour at a place of the sequence, and the ink that is read best on it.
 *
 * @param place from 0 (light) to 1 (dark)
 * @example sequentialColour(0) // { fill: '#deebf7', ink: '#000000' }
 */
export function sequentialColour(place: number): { readonly fill: string; readonly ink: string } {
  const at = Math.min(1, Math.max(0, place)) * (STOPS.length - 1);
  const i = Math.min(STOPS.length - 2, Math.floor(at));
  const channels = STOPS[i]!.map((channel, j) => channel + (at - i) * (STOPS[i + 1]![j]! - channel));
  // contrast with white is 1.05 / (L + 0.05), with black (L + 0.05) / 0.05
  const isDark = 1.05 / (luminance(channels) + 0.05) > (luminance(channels) + 0.05) / 0.05;
  return { fill: hex(channels), ink: isDark ? INK.light : INK.dark };
}
