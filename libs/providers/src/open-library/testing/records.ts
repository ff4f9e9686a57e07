/** An edition's record as Open Library keeps it. */
export const EDITION = {
  key: '/books/OL7353617M',
  type: { key: '/type/edition' },
  title: 'Fantastic Mr. Fox',
  subtitle: 'a tale',
  publishers: ['Puffin'],
  publish_date: 'October 1, 1988',
  number_of_pages: 96,
  languages: [{ key: '/languages/eng' }],
  covers: [-1, 8739161],
  isbn_10: ['0140328726'],
  isbn_13: ['9780140328721'],
  series: ['Puffin books', 'Puffin classics 12', 'Foxes -- bk. 2'],
  physical_format: 'Paperback',
  identifiers: { goodreads: ['1507552'], librarything: ['6446'], amazon: ['0140328726'] },
  contributors: [{ name: 'Tony  Ross', role: 'Illustrator' }],
  contributions: ['Jean Dupont (Translator)', 'Nobody'],
  works: [{ key: '/works/OL45804W' }],
  revision: 14,
};

export const WORK = {
  key: '/works/OL45804W',
  type: { key: '/type/work' },
  title: 'Fantastic Mr Fox',
  description: {
    type: '/type/text',
    value:
      'Three farmers are <b>after</b> him. ([source][1])\r\n\r\nHe digs.\r\n\r\n[1]: https://example.org/\r\n\r\n----------\r\nAlso contained in: x',
  },
  first_publish_date: '1970',
  authors: [
    { author: { key: '/authors/OL34184A' }, type: { key: '/type/author_role' } },
    { author: { key: '/authors/OL34185A' } },
  ],
  subjects: ['Animals', 'Fiction', 'nyt:picture-books=2009-12-13', 'Accessible book', 'Juvenile fiction', 'Foxes'],
  covers: [6498519, -1],
};

export const AUTHORS: Record<string, unknown> = {
  OL34184A: { key: '/authors/OL34184A', name: 'Roald Dahl' },
  OL34185A: { key: '/authors/OL34185A', personal_name: 'Quentin Blake' },
};

/** An entry of a search: everything its editions have in one. */
export const DOC = {
  key: '/works/OL45804W',
  title: 'Fantastic Mr Fox',
  author_name: ['Roald Dahl', 'Quentin Blake'],
  first_publish_year: 1970,
  isbn: ['0140328726', '9780140328721', '9788466715249', 'junk'],
  cover_i: 6498519,
  language: ['eng', 'spa'],
  publisher: ['Puffin', 'Anaya'],
  number_of_pages_median: 96,
  subject: ['Fiction', 'Foxes', 'Protected DAISY'],
  ratings_average: 3.9,
  ratings_count: 120,
};
