import { ONE_POINT_GIF } from '../covers/broken-pictures.js';
import { coverPicture } from '../covers/cover-picture.js';
import { fitting } from '../covers/picture-size.js';
import { htmlAnswer, pictureAnswer, redirectAnswer, type ShopAnswer } from '../shop-answer.js';
import type { Route, Shop, ShopRequest } from '../site.js';
import { pictureNumber, pictureOwner } from './record-ids.js';

/** Small, medium and large: frames into which pictures are fitted. */
const FRAMES: Readonly<Record<string, { width: number; height: number }>> = {
  S: { width: 58, height: 116 },
  M: { width: 180, height: 360 },
  L: { width: 500, height: 500 },
};

/** Covers by their own number or by ISBN; old ones are sent on to the house where they lie. */
export const PICTURE_ROUTES: readonly Route[] = [
  [
    /^\/b\/id\/(-?\d+)-([SML])\.jpg$/,
    ([digits = '', size = ''], request, shop) => byNumber(digits, size, { request, shop }),
  ],
  [
    /^\/b\/isbn\/([\dX]+)-([SML])\.jpg$/,
    ([isbn = '', size = ''], request, shop) => byIsbn(isbn, size, { request, shop }),
  ],
  [
    /^\/download\/[^/]+\/[^/]+\/0*(\d+)-([SML])\.jpg$/,
    ([digits = '', size = ''], request, shop) => stored(digits, size, { request, shop }),
  ],
];

interface Asked {
  request: ShopRequest;
  shop: Shop;
}

function byNumber(digits: string, size: string, asked: Asked): ShopAnswer | Promise<ShopAnswer> {
  const { number, isOld } = pictureOwner(digits);
  if (!isOld || !asked.shop.catalogue.book(number)?.cover) return stored(digits, size, asked);
  const file = digits.padStart(10, '0');
  const folder = `${size.toLowerCase()}_covers_${file.slice(0, 4)}`;
  return redirectAnswer(`${asked.shop.url}/download/${folder}/${folder}_${file.slice(4, 6)}.zip/${file}-${size}.jpg`);
}

function byIsbn(isbn: string, size: string, asked: Asked): ShopAnswer | Promise<ShopAnswer> {
  const book = asked.shop.catalogue.edition(isbn)?.book;
  return stored(String((book && pictureNumber(book)) ?? -1), size, asked);
}

async function stored(digits: string, size: string, { request, shop }: Asked): Promise<ShopAnswer> {
  const { number } = pictureOwner(digits);
  const cover = shop.catalogue.book(number)?.cover;
  const frame = FRAMES[size];
  if (cover && frame) return pictureAnswer(await coverPicture(fitting(cover, frame), number));
  const wantsNone = request.query.get('default') === 'false';
  return wantsNone ? htmlAnswer('404 Not Found', 404) : pictureAnswer(ONE_POINT_GIF, 'image/gif');
}
