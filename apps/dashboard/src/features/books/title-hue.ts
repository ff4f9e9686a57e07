const FULL_CIRCLE = 360;

/** A hue in degrees, always the same for the same title, so that a book without a cover still has its colour. */
export function titleHue(title: string): number {
  let hash = 0;
  for (const character of title) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % FULL_CIRCLE;
}
