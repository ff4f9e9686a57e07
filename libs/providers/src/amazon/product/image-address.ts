import { pictureAddress } from '../../addresses.js';
import { AMAZON_HOSTS, isPictureHost, type Shop } from '../ask/markets.js';

const PICTURES = 'https://m.media-amazon.com';
/** "/images/I/<id>.<what is done to it>.<ending>", at times with an experiment before it. */
const PATH = /^\/images\/(?:W\/[^/]+\/(?:images\/)?)?([IP])\/([^/]+)$/;
const NAME = /^([^.]+(?:\.[A-Z0-9]{2})?)((?:\._.*)?)\.(jpe?g|png|webp)$/i;
/** Pictures that stand for one that is missing or not loaded yet. */
const PLACEHOLDER = /no[-_]?image|no[-_]?img|image[-_]not[-_]available|loading-|grey-pixel|transparent-pixel|x-site/i;
/** What is asked for where the picture as it was uploaded is not to be had. */
const LARGE = '._SL1500_';
/** The old addresses by ISBN give pictures in this size alone. */
const BY_ISBN = '._SCLZZZZZZZ_';

/**
 * A picture as it was uploaded, from any address of it, and a large form of it to fall back on: what is between the id
 * and the ending crops, shrinks or puts a sticker on it. Undefined for placeholders, for pictures that lie in the page,
 * and for every host but Amazon's; where a base address is set that one takes their place.
 */
export function fullSizeCover(address: string, shop: Shop): [string, ...string[]] | undefined {
  const url = amazonPicture(address) ?? ownPicture(address, shop);
  if (url === undefined || PLACEHOLDER.test(url.pathname)) return undefined;
  const [, shelf, file = ''] = PATH.exec(url.pathname) ?? [];
  if (shelf === undefined) return shop.settings.baseUrl !== undefined && isOn(url, shop.base) ? [url.href] : undefined;
  const [, id, , ending] = NAME.exec(file) ?? [];
  if (id === undefined || ending === undefined) return undefined;
  const start = `${shop.settings.baseUrl === undefined ? PICTURES : shop.base}/images/${shelf}/${id}`;
  return shelf === 'P' ? [`${start}${BY_ISBN}.${ending}`] : [`${start}.${ending}`, `${start}${LARGE}.${ending}`];
}

/** Pages from a base address name Amazon's pictures too; they are then fetched from there. */
function amazonPicture(address: string): URL | undefined {
  const written = address.trim().replace(/^\/\//, 'https://');
  if (written.length > 2000 || !/^https?:/i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return isPlain && isPictureHost(url.hostname) ? url : undefined;
}

function ownPicture(address: string, shop: Shop): URL | undefined {
  const own = pictureAddress(address, AMAZON_HOSTS, shop.settings);
  return own === undefined ? undefined : new URL(own);
}

function isOn(url: URL, base: string): boolean {
  return URL.canParse(base) && new URL(base).origin === url.origin;
}
