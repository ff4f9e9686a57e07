import { fieldOf, labelledText } from './field-labels.js';
import { formOf, isNoBook } from './forms.js';
import { languageFromName, languageOfEdition } from './language-names.js';
import { isRootCategory, saysBrand, saysSponsored } from './page-words.js';
import { rolesFrom } from './roles.js';

describe('the label of a detail', () => {
  it.each([
    ['Publisher \u200f : \u200e', 'publisher'],
    ['Herausgeber', 'publisher'],
    ['Éditeur :', 'publisher'],
    ['EDITORE', 'publisher'],
    ['Editorial', 'publisher'],
    ['出版社', 'publisher'],
    ['Erscheinungstermin', 'published'],
    ['Fecha de publicación', 'published'],
    ['発売日', 'published'],
    ['Audible.com Release Date', 'published'],
    ['Audible.de Erscheinungsdatum', 'published'],
    ['Data di pubblicazione su Audible.it', 'published'],
    ['Audible.co.jp 発売日', 'published'],
    ['Språk', 'language'],
    ['Język', 'language'],
    ['Seitenzahl der Print-Ausgabe', 'pages'],
    ["Nombre de pages de l'édition imprimée", 'pages'],
    ['本の長さ', 'pages'],
    ['Listening Length', 'duration'],
    ['Gesprochen von', 'narrator'],
    ['ISBN-13', 'isbn'],
    ['Page numbers source ISBN', 'isbn'],
    ['Customer Reviews', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('"%s" says %s', (label, field) => expect(fieldOf(label)).toBe(field));

  it('may run into what it labels', () => {
    expect(labelledText('Language English')).toEqual({ field: 'language', value: 'English' });
    expect(labelledText('Publication date : April 2008')).toEqual({ field: 'published', value: 'April 2008' });
    expect(labelledText('Sold by Quay')).toBeUndefined();
  });
});

describe('what somebody did', () => {
  it.each([
    ['(Author)', ['author']],
    ['(Autor), ', ['author']],
    ['', ['author']],
    ['(Author, Illustrator)', ['author', 'illustrator']],
    ['(Übersetzer)', ['translator']],
    ['(Traducteur)', ['translator']],
    ['(訳)', ['translator']],
    ['(著)', ['author']],
    ['(イラスト)', ['illustrator']],
    ['(Erzähler)', ['narrator']],
    ['(Lu par)', ['narrator']],
    ['(Narrator)', ['narrator']],
    ['(Herausgeber)', ['editor']],
    ['(A cura di)', ['editor']],
    ['(Tłumacz)', ['translator']],
    ['(Çevirmen)', ['translator']],
    ['(Foreword)', ['other']],
    ['(Author, Foreword)', ['author']],
    ['(Introduction)', ['other']],
  ])('as "%s" is %j', (words, roles) => expect(rolesFrom(words)).toEqual(roles));
});

describe('a language', () => {
  it.each([
    ['English', 'en'],
    ['Englisch', 'en'],
    ['Anglais', 'en'],
    ['inglés', 'en'],
    ['Inglês', 'en'],
    ['Engels', 'en'],
    ['Engelska', 'en'],
    ['Angielski', 'en'],
    ['英語', 'en'],
    ['ドイツ語', 'de'],
    ['日本語', 'ja'],
    ['Deutsch', 'de'],
    ['Mandarin Chinese', 'zh'],
    ['Simplified Chinese', 'zh-Hans'],
    ['Portugués', 'pt'],
    ['English, Spanish', 'en'],
    ['Klingonisch', undefined],
  ])('called %s is %s', (name, tag) => expect(languageFromName(name)).toBe(tag));

  it.each([
    ['Spanish Edition', 'es'],
    ['German Edition', 'de'],
    ['English Edition', 'en'],
    ['Édition française', 'fr'],
    ['Edizione Inglese', 'it'.replace('it', 'en')],
    ['Edición en Inglés', 'en'],
    ['Englisch Ausgabe', 'en'],
    ['Deutsche Ausgabe', 'de'],
    ['Nederlandse editie', 'nl'],
    ['Kindle Edition', undefined],
    ['Revised Edition', undefined],
    ['2nd Edition', undefined],
    ['The English Patient', undefined],
  ])('of the edition "%s" is %s', (note, tag) => expect(languageOfEdition(note)).toBe(tag));
});

describe('a form', () => {
  it.each([
    ['Kindle Edition', 'kindle'],
    ['Kindle版 (電子書籍)', 'kindle'],
    ['Format Kindle', 'kindle'],
    ['Mass Market Paperback', 'mass-market'],
    ['Poche', 'mass-market'],
    ['Gebundene Ausgabe', 'hardcover'],
    ['Gebundenes Buch', 'hardcover'],
    ['Copertina flessibile', 'paperback'],
    ['単行本（ソフトカバー）', 'paperback'],
    ['ペーパーバック', 'paperback'],
    ['ハードカバー', 'hardcover'],
    ['Audible Audiobook', 'audiobook'],
    ['Hörbuch-Download', 'audiobook'],
    ['Audio-CD', 'audio-cd'],
    ['MP3 CD', 'audio-cd'],
    ['Board book', 'board-book'],
    ['Häftad', 'paperback'],
    ['Miękka oprawa', 'paperback'],
    ['', undefined],
    ['A thing', undefined],
  ])('called %s is %s', (name, form) => expect(formOf(name)).toBe(form));

  it.each([
    ['Calendar', true],
    ['Wandkalender', false],
    ['DVD', true],
    ['Hardcover', false],
    ['Kindle Edition', false],
  ])('called %s is no book: %s', (name, expected) => expect(isNoBook(name)).toBe(expected));
});

describe('words of the page', () => {
  it.each([
    'Visit the Anker Store',
    'Besuche den Anker-Store',
    'De Anker Store openen',
    'Visita la tienda de Anker',
    'Marke: Anker',
    'Brand: Anker',
    'ブランド: アンカー',
    'Ankerのストアを表示',
  ])('"%s" names a brand', (byline) => expect(saysBrand(byline)).toBe(true));
  it.each(['by Mark Brand (Author)', 'Marca Lee (Author)', 'von Visit Thestore', ''])('"%s" names none', (byline) =>
    expect(saysBrand(byline)).toBe(false),
  );
  it.each([
    'Sponsored Ad – X',
    'Gesponserte Anzeige – X',
    'Sponsorisé : X',
    'スポンサー広告 - X',
    'Anuncio patrocinado: X',
  ])('"%s" was paid for', (title) => expect(saysSponsored(title)).toBe(true));
  it.each(['The Sponsored Life', 'Patron Saints', 'Werbung'])('"%s" was not', (title) =>
    expect(saysSponsored(title)).toBe(false),
  );
  it.each(['Bücher', 'Kindle Store', '本', 'Boeken'])('"%s" is where books stand', (name) =>
    expect(isRootCategory(name)).toBe(true),
  );
});
