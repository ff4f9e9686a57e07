import type { Edition } from '../books/editions.js';
import type { ShopBook } from '../books/shop-book.js';
import type { PictureSize } from '../covers/cover-picture.js';

const PICTURE = /^([85])1(\d{6})([+v])/;

/** The id of a picture in Amazon's stores; some have a "+" in them. An audiobook's is a square of its own. */
export function pictureId({ number }: ShopBook, kind: Edition['kind']): string {
  return `${kind === 'audio' ? '5' : '8'}1${String(number).padStart(6, '0')}${number % 4 === 0 ? '+' : 'v'}mL`;
}

/** Whose picture it is, and whether of the audiobook. */
export function pictureOwner(id: string): { number: number; isAudio: boolean } | undefined {
  const [, kind, number] = PICTURE.exec(id) ?? [];
  return number === undefined ? undefined : { number: Number(number), isAudio: kind === '5' };
}

/** The size in which it was uploaded; undefined where there is none. */
export function uploadedSize({ cover }: ShopBook, isAudio: boolean): PictureSize | undefined {
  return cover && isAudio ? { width: cover.width, height: cover.width } : cover;
}

/** Where a picture is, with what is done to it: "_SL500_". */
export function pictureUrl(url: string, { book, kind }: Edition, modifiers: string): string {
  return `${url}/images/I/${pictureId(book, kind)}.${modifiers}.jpg`;
}
