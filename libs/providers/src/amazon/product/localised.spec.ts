import { bookOn } from '../testing/ask-amazon.js';
import { BOOK_PAGES } from '../testing/book-pages.js';
import type { DetailLabels } from '../testing/page-parts.js';
import type { ShopBook } from '../testing/shop-book.js';

type Row = [language: string, labels: DetailLabels, over: Partial<ShopBook>];

const SHOPS: Row[] = [
  [
    'German',
    {
      publisher: 'Herausgeber',
      published: 'Erscheinungstermin',
      language: 'Sprache',
      pages: 'Seitenzahl der Print-Ausgabe',
    },
    {
      binding: 'Gebundene Ausgabe – 22. April 2008',
      publisher: 'Kai & Hafen; 1. Edition (22. April 2008)',
      published: '22. April 2008',
      language: 'Deutsch',
      pages: '1.024 Seiten',
      series: { label: 'Buch 1 von 2', name: 'Salzlicht' },
      stars: '4,4 von 5 Sternen',
      ratings: '1.010 Sternebewertungen',
      people: [
        ['Mira Valdane', '(Autor)'],
        ['Ute Kranz', '(Übersetzer)'],
      ],
    },
  ],
  [
    'French',
    {
      publisher: 'Éditeur',
      published: 'Date de publication',
      language: 'Langue',
      pages: 'Nombre de pages de l’édition imprimée',
    },
    {
      binding: 'Relié – 22 avril 2008',
      publisher: 'Kai & Hafen (22 avril 2008)',
      published: '22 avril 2008',
      language: 'Allemand',
      pages: '1 024 pages',
      series: { label: 'Livre 1 sur 2', name: 'Salzlicht' },
      stars: '4,4 sur 5 étoiles',
      ratings: '1\u202f010 évaluations',
      people: [
        ['Mira Valdane', '(Auteur)'],
        ['Ute Kranz', '(Traduction)'],
      ],
    },
  ],
  [
    'Italian',
    { publisher: 'Editore', published: 'Data di pubblicazione', language: 'Lingua', pages: 'Lunghezza stampa' },
    {
      binding: 'Copertina rigida – 22 aprile 2008',
      publisher: 'Kai & Hafen (22 aprile 2008)',
      published: '22 aprile 2008',
      language: 'Tedesco',
      pages: '1024 pagine',
      series: { label: 'Libro 1 di 2', name: 'Salzlicht' },
      stars: '4,4 su 5 stelle',
      ratings: '1.010 voti',
      people: [
        ['Mira Valdane', '(Autore)'],
        ['Ute Kranz', '(Traduttore)'],
      ],
    },
  ],
  [
    'Spanish',
    { publisher: 'Editorial', published: 'Fecha de publicación', language: 'Idioma', pages: 'Longitud de impresión' },
    {
      binding: 'Tapa dura – 22 abril 2008',
      publisher: 'Kai & Hafen; N.º 1 edición (22 abril 2008)',
      published: '22 de abril de 2008',
      language: 'Alemán',
      pages: '1024 páginas',
      series: { label: 'Libro 1 de 2', name: 'Salzlicht' },
      stars: '4,4 de 5 estrellas',
      ratings: '1.010 valoraciones',
      people: [
        ['Mira Valdane', '(Autor)'],
        ['Ute Kranz', '(Traductor)'],
      ],
    },
  ],
  [
    'Portuguese',
    { publisher: 'Editora', published: 'Data da publicação', language: 'Idioma', pages: 'Número de páginas' },
    {
      binding: 'Capa dura – 22 abril 2008',
      publisher: 'Kai & Hafen; 1ª edição (22 abril 2008)',
      published: '22 abril 2008',
      language: 'Alemão',
      pages: '1024 páginas',
      series: { label: 'Livro 1 de 2', name: 'Salzlicht' },
      stars: '4,4 de 5 estrelas',
      ratings: '1.010 avaliações',
      people: [
        ['Mira Valdane', '(Autor)'],
        ['Ute Kranz', '(Tradutor)'],
      ],
    },
  ],
  [
    'Dutch',
    { publisher: 'Uitgever', published: 'Publicatiedatum', language: 'Taal', pages: 'Printlengte' },
    {
      binding: 'Hardcover – 22 april 2008',
      publisher: 'Kai & Hafen (22 april 2008)',
      published: '22 april 2008',
      language: 'Duits',
      pages: "1024 pagina's",
      series: { label: 'Boek 1 van 2', name: 'Salzlicht' },
      stars: '4,4 van 5 sterren',
      ratings: '1.010 beoordelingen',
      people: [
        ['Mira Valdane', '(Auteur)'],
        ['Ute Kranz', '(Vertaler)'],
      ],
    },
  ],
  [
    'Swedish',
    { publisher: 'Utgivare', published: 'Utgivningsdatum', language: 'Språk', pages: 'Antal sidor' },
    {
      binding: 'Inbunden – 22 april 2008',
      publisher: 'Kai & Hafen (22 april 2008)',
      published: '22 april 2008',
      language: 'Tyska',
      pages: '1024 sidor',
      series: { label: 'Bok 1 av 2', name: 'Salzlicht' },
      stars: '4,4 av 5 stjärnor',
      ratings: '1 010 betyg',
      people: [
        ['Mira Valdane', '(Författare)'],
        ['Ute Kranz', '(Översättare)'],
      ],
    },
  ],
  [
    'Polish',
    { publisher: 'Wydawca', published: 'Data publikacji', language: 'Język', pages: 'Liczba stron' },
    {
      binding: 'Twarda oprawa – 22 kwietnia 2008',
      publisher: 'Kai & Hafen (22 kwietnia 2008)',
      published: '22 kwietnia 2008',
      language: 'Niemiecki',
      pages: '1024 stron',
      series: { label: 'Książka 1 z 2', name: 'Salzlicht' },
      stars: '4,4 na 5 gwiazdek',
      ratings: '1010 ocen',
      people: [
        ['Mira Valdane', '(Autor)'],
        ['Ute Kranz', '(Tłumacz)'],
      ],
    },
  ],
  [
    'Turkish',
    { publisher: 'Yayıncı', published: 'Yayınlanma Tarihi', language: 'Dil', pages: 'Baskı Uzunluğu' },
    {
      binding: 'Ciltli – 22 Nisan 2008',
      publisher: 'Kai & Hafen (22 Nisan 2008)',
      published: '22 Nisan 2008',
      language: 'Almanca',
      pages: '1024 sayfa',
      series: { label: '2 kitaptan 1. kitap', name: 'Salzlicht' },
      stars: '5 yıldız üzerinden 4,4',
      ratings: '1.010 değerlendirme',
      people: [
        ['Mira Valdane', '(Yazar)'],
        ['Ute Kranz', '(Çevirmen)'],
      ],
    },
  ],
  [
    'Japanese',
    { publisher: '出版社', published: '発売日', language: '言語', pages: '本の長さ' },
    {
      binding: 'ハードカバー – 2008/4/22',
      publisher: 'Kai & Hafen (2008/4/22)',
      published: '2008年4月22日',
      language: 'ドイツ語',
      pages: '1024ページ',
      series: { label: '全2巻中第1巻', name: 'Salzlicht' },
      stars: '5つ星のうち4.4',
      ratings: '1,010個の評価',
      people: [
        ['Mira Valdane', '(著)'],
        ['Ute Kranz', '(翻訳)'],
      ],
      path: ['本', 'ファンタジー'],
    },
  ],
];

describe.each(SHOPS)('a page in %s', (_, labels, over) => {
  it.each(['desktop', 'listOnly'] as const)('of the layout "%s" gives the same as in English', (layout) => {
    const page = BOOK_PAGES[layout]({ title: 'Die Küste der Laternen', ...over }, labels);
    expect(bookOn(page)).toMatchObject({
      title: 'Die Küste der Laternen',
      contributors: [
        { name: 'Mira Valdane', role: 'author' },
        { name: 'Ute Kranz', role: 'translator' },
      ],
      series: [{ name: 'Salzlicht', number: '1', total: 2 }],
      publisher: 'Kai & Hafen',
      published: { year: 2008, month: 4, day: 22 },
      language: 'de',
      pageCount: 1024,
      form: 'hardcover',
      rating: { value: 4.4, count: 1010 },
    });
  });
});
