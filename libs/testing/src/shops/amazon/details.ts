import { isbn10Of } from '@octavo/domain';
import { escaped } from '../markup.js';
import { bindingOf, type Product } from './product-parts.js';
import { languageName, longDate, writtenNumber } from '../written.js';

type Line = [label: string, value: string | undefined];

/** The row of cards above the list: the same facts once more, each with an icon. */
export function cards(product: Product): string {
  const { kind, book, words } = product;
  const { pages, published, language, listening } = facts(product);
  const [series] = book.series;
  const place = series?.number === undefined ? '' : words.place(series.number, series.total);
  const numbers = isbns(product);
  const prefix = kind === 'audio' ? 'audiobook_details' : 'book_details';
  const shown: [name: string, ...Line][] = [
    [`${prefix}-series`, place, series?.name],
    ['audiobook_details-listening_length', words.listeningLength, listening],
    ['audiobook_details-narrator', words.narrator, kind === 'audio' ? book.narrators.join(', ') : undefined],
    [kind === 'kindle' ? 'book_details-ebook_pages' : 'book_details-fiona_pages', words.printLength, pages],
    ['language', words.language, language],
    [`${prefix}-publisher`, words.publisher, book.publisher],
    [kind === 'audio' ? 'audiobook_details-release-date' : 'book_details-publication_date', words.published, published],
    ['book_details-isbn10', 'ISBN-10', numbers?.ten],
    ['book_details-isbn13', 'ISBN-13', numbers?.thirteen],
    ['book_details-file_size', 'File size', kind === 'kindle' ? '2.4 MB' : undefined],
  ];
  return `<div id="richProductInformation_feature_div"><ol class="a-carousel">${shown.map(card).join('')}</ol></div>`;
}

function card([name, label, value]: [string, ...Line]): string {
  if (!value) return '';
  return `<li class="a-carousel-card rpi-carousel-attribute-card" role="listitem"><div id="rpi-attribute-${name}" class="a-section rpi-attribute-content" data-rpi-attribute-name="${name}">
<div class="a-section rpi-attribute-label"><span>${escaped(label)}</span></div><div class="rpi-icon"></div><div class="a-section rpi-attribute-value"><span>${escaped(value)}</span></div></div></li>`;
}

/** The list of details; between label and value stand marks of direction that nobody sees. */
export function bulletList(product: Product): string {
  const { kind, id, book, words } = product;
  const { pages, published, language } = facts(product);
  const numbers = isbns(product);
  const inPrint = book.isbn13;
  const lines: Line[] = [
    ['ASIN', kind === 'kindle' ? id : undefined],
    [words.publisher, `${book.publisher}; 1st edition (${published})`],
    [words.published, kind === 'kindle' ? published : undefined],
    [words.language, language],
    [kind === 'kindle' ? words.printLength : bindingOf(product, words), pages],
    ['ISBN-10', numbers?.ten],
    ['ISBN-13', numbers?.thirteen],
    ['Page numbers source ISBN', kind === 'kindle' ? inPrint : undefined],
  ];
  return `<div id="detailBulletsWrapper_feature_div"><h2>${words.details}</h2><div id="detailBullets_feature_div"><ul class="a-unordered-list a-nostyle a-vertical a-spacing-none detail-bullet-list">${lines.map(bullet).join('')}</ul></div>${ranks(product)}</div>`;
}

function bullet([label, value]: Line): string {
  if (!value) return '';
  return `<li><span class="a-list-item"><span class="a-text-bold">${escaped(label)} \u200f : \u200e </span><span>${escaped(value)}</span></span></li>`;
}

/** What an audiobook has instead of the list. */
export function audioTable(product: Product): string {
  const { id, book, words } = product;
  const { published, language, listening } = facts(product);
  const lines: Line[] = [
    [words.listeningLength, listening],
    [words.author, book.authors.join(', ')],
    [words.narrator, book.narrators.join(', ')],
    [words.audioDate, published],
    [words.publisher, book.publisher],
    [words.version, words.unabridged],
    [words.language, language],
    ['ASIN', id],
  ];
  const rows = lines.map(([label, value]) =>
    value
      ? `<tr><th class="prodDetSectionEntry"><span>${escaped(label)}</span></th><td><span>${escaped(value)}</span></td></tr>`
      : '',
  );
  return `<div id="audibleproductdetails_feature_div"><div id="audibleProductDetails"><table class="a-keyvalue">${rows.join('')}</table></div></div>`;
}

function facts({ kind, book, words }: Product) {
  return {
    pages: book.pages && kind !== 'audio' ? words.pages(writtenNumber(book.pages, words.locale)) : undefined,
    published: longDate(book.published, words.locale),
    language: languageName(book.language, words.locale),
    listening: book.minutes && kind === 'audio' ? words.minutes(book.minutes) : undefined,
  };
}

/** With the hyphen that pages have. A book that has only thirteen digits has them in both places at times. */
function isbns({ kind, book: { isbn13 } }: Product): { ten: string; thirteen: string } | undefined {
  if (kind !== 'print' || isbn13 === undefined) return undefined;
  return { ten: isbn10Of(isbn13) ?? isbn13, thirteen: `${isbn13.slice(0, 3)}-${isbn13.slice(3)}` };
}

/** Where it stands among what sells, with the script that is in the middle of it. */
function ranks({ book: { genres }, words }: Product): string {
  const lines = genres.map(
    (genre, at) =>
      `<li><span class="a-list-item"> #${at + 41} in <a href="/gp/bestsellers/books/1">${escaped(genre)} (${words.roots.print})</a></span></li>`,
  );
  return `<ul class="a-unordered-list a-nostyle detail-bullet-list"><li><span class="a-list-item"><span class="a-text-bold"> Best Sellers Rank: </span> #3,452 in ${words.roots.print} (<a href="/gp/bestsellers/books">See Top 100</a>)
<ul class="a-unordered-list a-nostyle a-vertical zg_hrsr">${lines.join('')}</ul><script type="text/javascript">P.when("A").execute(function () { var Language = "Klingon : none"; });</script></span></li></ul>`;
}
