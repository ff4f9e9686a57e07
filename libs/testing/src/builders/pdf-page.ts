/** In points, from the lower left corner: [left, bottom, right, top]. */
export type PdfBox = readonly [number, number, number, number];

export interface PdfField {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Red, green and blue from 0 to 1. */
  colour: readonly [number, number, number];
}

export interface PdfPage {
  /** Default 400 by 600 points. */
  mediaBox?: PdfBox;
  cropBox?: PdfBox;
  /** Clockwise, in degrees. */
  rotate?: number;
  /** In Latin-1, from the top down. */
  lines?: readonly string[];
  fields?: readonly PdfField[];
  /** Fills the media box. */
  image?: { jpeg: Uint8Array; width: number; height: number };
  /** Operators, written behind everything else. */
  content?: string;
  /** Further entries of the page's dictionary, as they are written. */
  entries?: string;
  /** Deflates the content, as most files do. */
  packed?: boolean;
}

const MEDIA_BOX: PdfBox = [0, 0, 400, 600];

/** What a page dictionary says beside its type, parent and contents. The font is object 4. */
export function pageEntries(
  { mediaBox = MEDIA_BOX, cropBox, rotate, image, entries }: PdfPage,
  imageNumber: number,
): string {
  const images = image === undefined ? '' : `/XObject << /Im ${imageNumber} 0 R >>`;
  return [
    `/MediaBox [${mediaBox.join(' ')}]`,
    ...(cropBox === undefined ? [] : [`/CropBox [${cropBox.join(' ')}]`]),
    ...(rotate === undefined ? [] : [`/Rotate ${rotate}`]),
    `/Resources << /Font << /F 4 0 R >> ${images} >>`,
    entries ?? '',
  ].join(' ');
}

/** The content stream (ISO 32000-1 Annex A lists the operators). */
export function contentOf({ mediaBox = MEDIA_BOX, lines = [], fields = [], image, content }: PdfPage): string {
  const [left, bottom, right, top] = mediaBox;
  return [
    ...(image === undefined ? [] : [`q ${right - left} 0 0 ${top - bottom} ${left} ${bottom} cm /Im Do Q`]),
    ...fields.map(({ x, y, width, height, colour }) => `${colour.join(' ')} rg ${x} ${y} ${width} ${height} re f`),
    ...lines.map((line, at) => `BT 0 g /F 14 Tf ${left + 40} ${top - 60 - 20 * at} Td (${escaped(line)}) Tj ET`),
    content ?? '',
  ].join('\n');
}

function escaped(line: string): string {
  return line.replace(/[\\()]/g, '\\$&');
}
