const CHARACTER = 8;

/** Room for the names at the left of a drawing, at most two fifths of it, and how many characters a line of them has. */
export function roomForLabels(labels: readonly string[], width: number): { room: number; characters: number } {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const room = Math.min(Math.ceil(longest * CHARACTER) + 16, Math.floor(width * 0.4));
  return { room, characters: Math.max(6, Math.floor((room - 14) / CHARACTER)) };
}

/** A name on at most two lines of so many characters; what is longer than that ends in an ellipsis. */
export function twoLines(label: string, characters: number): string {
  if (label.length <= characters) return label;
  const cut = label.lastIndexOf(' ', characters);
  const first = cut > 0 ? label.slice(0, cut) : label.slice(0, characters);
  const rest = label.slice(first.length).trim();
  return `${first}\n${rest.length <= characters ? rest : `${rest.slice(0, characters - 1)}…`}`;
}
