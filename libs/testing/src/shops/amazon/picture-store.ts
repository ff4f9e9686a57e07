import { pictureOwner, uploadedSize } from './picture-urls.js';
import { htmlAnswer, pictureAnswer, type ShopAnswer } from '../shop-answer.js';
import type { Route, Shop } from '../site.js';
import { ONE_POINT_GIF } from '../covers/broken-pictures.js';
import { coverPicture } from '../covers/cover-picture.js';
import { wishedSize } from '../covers/picture-size.js';

const MISSING = htmlAnswer('<h1>Not Found</h1>', 404);

/**
 * The stores of Amazon's pictures, in which also Audible's lie: by id, in whichever size the name asks for, and by ISBN as
 * they were of old.
 */
export const AMAZON_PICTURES: readonly Route[] = [
  [
    /^\/images\/(?:W\/[^/]+\/images\/)?I\/([^./]+)((?:\._[^/]*_)?)\.jpg$/,
    ([id = '', modifiers = ''], _, shop) => byId(id, modifiers, shop),
  ],
  [/^\/images\/P\/([0-9X]{10})\.\d\d\._[A-Z]+_\.jpg$/, ([isbn = ''], _, shop) => byIsbn(isbn, shop)],
  [/^\/images\/G\//, () => pictureAnswer(ONE_POINT_GIF, 'image/gif')],
];

async function byId(id: string, modifiers: string, { catalogue }: Shop): Promise<ShopAnswer> {
  const owner = pictureOwner(id);
  const book = owner && catalogue.book(owner.number);
  const size = book && uploadedSize(book, owner.isAudio);
  return size ? pictureAnswer(await coverPicture(wishedSize(size, modifiers), owner.number)) : MISSING;
}

/** Where there is none, that is no error. */
async function byIsbn(isbn: string, { catalogue }: Shop): Promise<ShopAnswer> {
  const book = catalogue.edition(isbn)?.book;
  if (!book?.cover) return pictureAnswer(ONE_POINT_GIF, 'image/gif');
  return pictureAnswer(await coverPicture(wishedSize(book.cover, '_SL500_'), book.number));
}
