const HEX = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** Up to which degree of the colour wheel a hue is called so. */
const HUES = [
  [15, 'red'],
  [42, 'orange'],
  [70, 'yellow'],
  [165, 'green'],
  [255, 'blue'],
  [290, 'purple'],
  [345, 'pink'],
  [360, 'red'],
] as const;

export interface HighlightColour {
  /** As style sheets take it. */
  css: string;
  /** For who does not see it. */
  word: string;
}

/** A device's colour ("#FFF6A3") as one that can be shown; undefined for what is none, which is never put into a style. */
export function highlightColour(told: string | null): HighlightColour | undefined {
  const parts = HEX.exec(told?.trim() ?? '');
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  const css = `#${parts.slice(1).join('').toLowerCase()}`;
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  if (high - low < 24) return { css, word: 'grey' };
  const hue = hueOf({ red, green, blue }, high, high - low);
  return { css, word: HUES.find(([end]) => hue <= end)?.[1] ?? 'red' };
}

/** In degrees, 0 to 360. */
function hueOf(
  { red, green, blue }: { red: number; green: number; blue: number },
  high: number,
  range: number,
): number {
  const sixth =
    high === red ? (green - blue) / range : high === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  return (sixth * 60 + 360) % 360;
}
