import { shopFor } from '../ask/markets.js';
import { bookOn } from '../testing/ask-amazon.js';
import { BOOK_PAGES } from '../testing/book-pages.js';
import { gallery, shopPage } from '../testing/page-parts.js';
import { fullSizeCover } from './image-address.js';

const AMAZON = 'https://m.media-amazon.com/images/I/';
const shop = shopFor({});

describe('the address of a cover', () => {
  it.each([
    ['https://m.media-amazon.com/images/I/91EpHNSPFnL._SL1500_.jpg', '91EpHNSPFnL.jpg'],
    ['https://m.media-amazon.com/images/I/91EpHNSPFnL.jpg', '91EpHNSPFnL.jpg'],
    ['https://images-na.ssl-images-amazon.com/images/I/51x._SX331_BO1,204,203,200_.jpg', '51x.jpg'],
    [
      'http://ecx.images-amazon.com/images/I/51x._BO2,204,203,200_PIsitb-sticker-arrow-click,TopRight,35,-76_AA300_SH20_OU01_.jpg',
      '51x.jpg',
    ],
    ['https://images-eu.ssl-images-amazon.com/images/I/51x._AC_UF1000,1000_QL80_.jpg', '51x.jpg'],
    ['https://m.media-amazon.com/images/I/51x._CR,0,0,38,50_._SY50_.png', '51x.png'],
    ['https://m.media-amazon.com/images/I/51%2Bx-y._SL500_.jpg', '51%2Bx-y.jpg'],
    ['https://m.media-amazon.com/images/I/51+x._SL500_.jpg', '51+x.jpg'],
    ['https://m.media-amazon.com/images/W/WEBP_402378-T1/images/I/51x._SL500_.jpg', '51x.jpg'],
    ['https://m.media-amazon.com/images/W/MEDIAX_792452-T2/I/51x._SL500_.jpg', '51x.jpg'],
    ['//m.media-amazon.com/images/I/51x._SL500_.jpg?x=1#y', '51x.jpg'],
  ])('%s leads to %s, and to a large form of it', (address, name) => {
    const [stem, ending] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.'))];
    expect(fullSizeCover(address, shop)).toEqual([`${AMAZON}${name}`, `${AMAZON}${stem}._SL1500_${ending}`]);
  });

  it.each([
    'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP',
    'https://m.media-amazon.com/images/I/no-image-avail._SL1500_.jpg',
    'https://m.media-amazon.com/images/I/no-img-sm.jpg',
    'https://m.media-amazon.com/images/I/01no_image.jpg',
    'https://m.media-amazon.com/images/I/loading-4x.jpg',
    'https://m.media-amazon.com/images/I/grey-pixel.gif',
    'https://m.media-amazon.com/images/I/11x.gif',
    'https://images-na.ssl-images-amazon.com/images/G/01/x-site/icons/no-img-lg.jpg',
    'https://images-na.ssl-images-amazon.com/images/G/01/x.jpg',
    'https://m.media-amazon.com/images/S/aplus-media/x.jpg',
    'https://example.org/images/I/51x.jpg',
    'https://media-amazon.com.example.org/images/I/51x.jpg',
    'https://user:secret@m.media-amazon.com/images/I/51x.jpg',
    'https://m.media-amazon.com:8443/images/I/51x.jpg',
    'ftp://m.media-amazon.com/images/I/51x.jpg',
    'javascript:alert(1)',
    '',
  ])('is not %s', (address) => expect(fullSizeCover(address, shop)).toBeUndefined());

  it('by an ISBN is asked for in the size those are kept in', () => {
    expect(fullSizeCover('https://images-na.ssl-images-amazon.com/images/P/0441478123.01._SX50_.jpg', shop)).toEqual([
      'https://m.media-amazon.com/images/P/0441478123.01._SCLZZZZZZZ_.jpg',
    ]);
  });

  it('is one of the base address where that is set, and of no other', () => {
    const stub = shopFor({ baseUrl: 'http://127.0.0.1:8000/' });
    expect(fullSizeCover('https://m.media-amazon.com/images/I/51x._SL500_.jpg', stub)).toEqual([
      'http://127.0.0.1:8000/images/I/51x.jpg',
      'http://127.0.0.1:8000/images/I/51x._SL1500_.jpg',
    ]);
    expect(fullSizeCover('http://127.0.0.1:8000/covers/one.jpg', stub)).toEqual([
      'http://127.0.0.1:8000/covers/one.jpg',
    ]);
    expect(fullSizeCover('http://127.0.0.1:9000/covers/one.jpg', stub)).toBeUndefined();
  });
});

describe('the cover of a page', () => {
  const withPictures = (pictures: string) =>
    bookOn(shopPage(pictures + BOOK_PAGES.desktop2016()).replace(/<img id="imgBlkFront"[^>]*>/, '')).cover?.[0];

  it('is the first of the gallery, as large as there is', () => {
    expect(withPictures(gallery(`${AMAZON}71front._SL1500_.jpg`))).toBe(`${AMAZON}71front.jpg`);
    expect(withPictures(gallery(null, { large: `${AMAZON}51large.jpg` }))).toBe(`${AMAZON}51large.jpg`);
    const main = { [`${AMAZON}31small._SX38_.jpg`]: ['50', '38'], [`${AMAZON}81main._SX569_.jpg`]: ['569', '400'] };
    expect(withPictures(gallery(null, { main }))).toBe(`${AMAZON}81main.jpg`);
  });

  it('may be in the older gallery', () => {
    const script = `<script>var x = { 'imageGalleryData' : [{"mainUrl":"${AMAZON}61gallery.jpg","dimensions":[1,2]}] };</script>`;
    expect(withPictures(script)).toBe(`${AMAZON}61gallery.jpg`);
  });

  it.each([
    ['data-old-hires', `<img id="landingImage" src="data:x" data-old-hires="${AMAZON}51a._SL500_.jpg">`],
    ['data-a-hires', `<img id="main-image" data-a-hires="${AMAZON}51a._SL500_.jpg">`],
    [
      'sizes',
      `<img id="ebooksImgBlkFront" data-a-dynamic-image='{"${AMAZON}41b.jpg":[10,20],"${AMAZON}51a._SY400_.jpg":["30","5"]}'>`,
    ],
    ['src', `<img id="prodImage" src="${AMAZON}51a._AA300_.jpg">`],
    ['a frame', `<div id="imgTagWrapperId"><img src="${AMAZON}51a._AA300_.jpg"></div>`],
  ])('may be named by %s', (_, picture) => expect(withPictures(picture)).toBe(`${AMAZON}51a.jpg`));

  it('is none where there is only a placeholder', () => {
    expect(
      withPictures('<img id="landingImage" src="https://m.media-amazon.com/images/I/no-image.jpg">'),
    ).toBeUndefined();
    expect(
      withPictures(`${gallery(null)}<img id="landingImage" data-a-dynamic-image="{broken" src="data:x">`),
    ).toBeUndefined();
  });
});
