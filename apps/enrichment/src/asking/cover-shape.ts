import type { Medium } from '@octavo/domain';

/** In pixels; `aspect` is width to height. */
interface Shape {
  least: { width: number; height: number };
  aspect: { least: number; most: number };
}

/** Less is a thumbnail. Audiobooks have the square covers of records. */
const SHAPES: Readonly<Record<Medium, Shape>> = {
  ebook: { least: { width: 200, height: 300 }, aspect: { least: 0.5, most: 0.9 } },
  audiobook: { least: { width: 300, height: 300 }, aspect: { least: 0.9, most: 1.1 } },
};

/** Why a picture of this size is no cover for a book of this medium, in words; undefined where it is one. */
export function whyNoCover(medium: Medium, { width, height }: { width: number; height: number }): string | undefined {
  const { least, aspect } = SHAPES[medium];
  const size = `${width} by ${height} pixels`;
  if (width < least.width || height < least.height) return `${size} are too few`;
  const ratio = width / height;
  if (ratio < aspect.least || ratio > aspect.most) return `${size} are not the shape of a cover`;
  return undefined;
}
