import { choose } from './choose.js';
import type { MatchVerdict } from './match.js';
import type { BookSought, EditionFound } from './sought-and-found.js';
import { found, sought } from './testing/books.js';

const KING = ['Stephen King'];
const ODA = ['Eiichiro Oda'];
const isbn = (value: string) => [{ scheme: 'isbn', value }];
const ISBN = '9780441172719';

type Row = [what: string, sought: BookSought, found: EditionFound, verdict: MatchVerdict, reason?: string];

function judge(wanted: BookSought, candidate: EditionFound) {
  const { accepted, suggestions, dropped } = choose(wanted, [candidate]);
  return (accepted ?? suggestions[0] ?? dropped[0])!.match;
}

function expectVerdicts(rows: Row[]) {
  // All rows of one length: into a shorter one Jest puts a callback.
  const even = rows.map(
    ([what, wanted, candidate, verdict, reason]) => [what, wanted, candidate, verdict, reason] as const,
  );
  it.each(even)('%s', (_, wanted, candidate, verdict, reason) => {
    const { verdict: given, reasons, score } = judge(wanted, candidate);
    expect({ given, score, reasons }).toMatchObject({ given: verdict });
    if (reason !== undefined) expect(reasons).toContain(reason);
  });
}

describe('volumes', () => {
  expectVerdicts([
    [
      'of a manga',
      sought('One Piece, Vol. 12', ODA),
      found('One Piece, Vol. 13', ODA),
      'drop',
      'another volume: 13, not 12',
    ],
    ['without labels', sought('Naruto 12', ODA), found('Naruto 13', ODA), 'drop'],
    ['written in two ways', sought('One Piece 12', ODA), found('One Piece, Vol. 12', ODA), 'accept'],
    [
      'in the series of one side',
      sought('One Piece', ODA, { series: { name: 'One Piece', number: '12' } }),
      found('One Piece, Vol. 12', ODA),
      'accept',
    ],
    [
      'another in the series of one side',
      sought('One Piece', ODA, { series: { name: 'One Piece', number: '12' } }),
      found('One Piece 13', ODA),
      'drop',
      'another volume: 13, not 12',
    ],
    ['in Japanese', sought('ワンピース 第12巻', ODA), found('ワンピース 第13巻', ODA), 'drop'],
    ['in Russian', sought('Хроники. Книга 2', ['А. Б.']), found('Хроники. Книга 3', ['А. Б.']), 'drop'],
    [
      'as words',
      sought('Legacy, Book Two', KING),
      found('Legacy, Book Three', KING),
      'drop',
      'another volume: 3, not 2',
    ],
    ['in Roman digits', sought('Henry IV', ['William Shakespeare']), found('Henry V', ['William Shakespeare']), 'drop'],
    ['parts', sought('Henry IV, Part 1', ['Shakespeare']), found('Henry IV, Part 2', ['Shakespeare']), 'drop'],
    ['years', sought('Best SF 2019', KING), found('Best SF 2020', KING), 'drop'],
    ['the second for a bare title', sought('Rocky', KING), found('Rocky II', KING), 'suggest'],
    ['a later one under the series name', sought('Naruto', ODA), found('Naruto (Naruto #13)', ODA), 'suggest'],
    ['the first under the series name', sought('Dune', KING), found('Dune (Dune, #1)', KING), 'accept'],
    [
      'another in the same series',
      sought('Narnia', KING, { series: { name: 'The Chronicles of Narnia', number: '2' } }),
      found('Narnia', KING, { series: [{ name: 'Chronicles of Narnia', number: '1' }] }),
      'drop',
      'another volume: 1, not 2',
    ],
    [
      'one of two series that agrees',
      sought('Guards! Guards!', KING, { series: { name: 'Discworld', number: '8' } }),
      found('Guards! Guards!', KING, {
        series: [
          { name: 'City Watch', number: '1' },
          { name: 'Discworld', number: '08' },
        ],
      }),
      'accept',
    ],
    [
      'of differently named series',
      sought('Guards! Guards!', KING, { series: { name: 'Discworld', number: '8' } }),
      found('Guards! Guards!', KING, { series: [{ name: 'City Watch', number: '1' }] }),
      'suggest',
      'volumes of differently named series',
    ],
    [
      'a number that belongs to the title',
      sought('Fahrenheit 451', KING),
      found('Fahrenheit 451: A Novel', KING),
      'accept',
    ],
    ['a hyphen before it', sought('Catch-22', KING), found('Catch 22 (Catch-22, #1)', KING), 'accept'],
  ]);
});

describe('titles and subtitles', () => {
  expectVerdicts([
    ['an article on one side', sought('Hobbit', KING), found('The Hobbit', KING), 'accept'],
    ['an article at the end', sought('Hobbit, The', KING), found('The Hobbit', KING), 'accept'],
    ['"and" as a sign', sought('War & Peace', KING), found('War and Peace', KING), 'accept'],
    ['apostrophes', sought('Enders Game', KING), found('Ender’s Game', KING), 'accept'],
    ['a novel', sought('Circe', KING), found('Circe: A Novel', KING), 'accept'],
    ['a novel, without a colon', sought('Circe', KING), found('Circe A Novel', KING), 'accept'],
    ['an edition of the publisher', sought('Emma', KING), found('Emma, Revised and Expanded Edition', KING), 'accept'],
    ['binding in brackets', sought('Emma', KING), found('Emma [Hardcover]', KING), 'accept'],
    [
      'the subtitle as a field of its own',
      sought('Sapiens', KING, { subtitle: 'A Brief History of Humankind' }),
      found('Sapiens: A Brief History of Humankind', KING),
      'accept',
    ],
    [
      'the subtitle in the title and again in its field',
      sought('Sapiens: A Brief History of Humankind', KING, { subtitle: 'A Brief History of Humankind' }),
      found('Sapiens', KING, { subtitle: 'A Brief History of Humankind' }),
      'accept',
    ],
    [
      'a dash before the subtitle',
      sought('Sapiens - A Brief History', KING),
      found('Sapiens: A Brief History', KING),
      'accept',
    ],
    [
      'the series before the title, where it is known',
      sought('Mistborn: The Final Empire', KING),
      found('The Final Empire', KING, { series: [{ name: 'The Mistborn Saga', number: '1' }] }),
      'accept',
    ],
    [
      'volumes before the title',
      sought('The Gathering Storm', KING),
      found('The Wheel of Time, Book 12: The Gathering Storm', KING),
      'accept',
    ],
    [
      'the series for one of its books',
      sought('Mistborn', KING),
      found('Mistborn: The Well of Ascension (Mistborn, #2)', KING),
      'suggest',
    ],
    [
      'long titles of one series',
      sought('The Wonderful Chronicles of the Kingdom: The Bad Beginning', KING),
      found('The Wonderful Chronicles of the Kingdom: The Last Ending', KING),
      'suggest',
    ],
    ['brackets at the beginning', sought('(500) Days of Summer', KING), found('(500) Days of Summer', KING), 'accept'],
    ['only signs', sought('?', KING), found('?', KING), 'accept'],
    ['other signs', sought('?', KING), found('!', KING), 'drop'],
    [
      'languages that differ in a sign',
      sought('Programming in C++', KING),
      found('Programming in C#', KING),
      'suggest',
    ],
    ['Arabic with points', sought('الأيّام', ['طه حسين']), found('الايام', ['طه حسين']), 'accept'],
    ['Greek with another last letter', sought('ΟΔΟΣ', KING), found('οδος', KING), 'accept'],
    ['kana with other voicing', sought('ガキ', KING), found('カギ', KING), 'drop'],
    ['Korean', sought('채식주의자', ['한강']), found('채식주의자', ['한강']), 'accept'],
    ['Hindi vowels', sought('गोदान', ['प्रेमचन्द']), found('गुदान', ['प्रेमचन्द']), 'suggest'],
  ]);
});

describe('authors', () => {
  const at = (a: string, b: string) => [sought('Emma', [a]), found('Emma', [b])] as const;
  expectVerdicts([
    ['the family name first', ...at('Austen, Jane', 'Jane Austen'), 'accept'],
    ['initials for the first name', ...at('J. Austen', 'Jane Austen'), 'accept'],
    ['initials as one word', ...at('JRR Tolkien', 'John Ronald Reuel Tolkien'), 'accept'],
    ['other initials', ...at('B. Austen', 'Jane Austen'), 'drop'],
    ['only the family name', ...at('Austen', 'Jane Austen'), 'accept'],
    ['a short form', ...at('Dan Brown', 'Daniel Brown'), 'accept'],
    ['another spelling', ...at('Fyodor Dostoevsky', 'Fyodor Dostoyevsky'), 'accept'],
    ['another transcription', ...at('Fedor Dostoevskij', 'Fyodor Dostoyevsky'), 'suggest'],
    ['a name that only looks alike', ...at('Stephen King', 'Stephen Hawking'), 'drop'],
    ['accents', ...at('Stanislaw Lem', 'Stanisław Lem'), 'accept'],
    ['titles', ...at('Dr. Jane Austen Jr.', 'Jane Austen'), 'accept'],
    ['several in one text', ...at('Jane Austen & Seth Grahame-Smith', 'Austen, Jane'), 'accept'],
    ['another script', ...at('Cixin Liu', '刘慈欣'), 'suggest', 'author not known'],
    ['a stand-in in the file', ...at('Unknown', 'Jane Austen'), 'suggest', 'author not known'],
    [
      'a translator is not the author',
      sought('Emma', ['Jane Austen']),
      found('Emma', ['Jane Austen'], {
        contributors: [
          { name: 'Jane Austen', role: 'translator' },
          { name: 'Somebody Else', role: 'author' },
        ],
      }),
      'drop',
    ],
  ]);
});

describe('what is not the book', () => {
  expectVerdicts([
    [
      'a study guide',
      sought('Emma', KING),
      found('Emma: Study Guide', KING),
      'drop',
      'about the book, not the book itself',
    ],
    ['a workbook by the author', sought('Atomic Habits', KING), found('Atomic Habits Workbook', KING), 'drop'],
    ['a Zusammenfassung', sought('Emma', KING), found('Emma: Zusammenfassung', KING), 'drop'],
    ['a résumé', sought('Emma', KING), found('Résumé de Emma', KING), 'drop'],
    ['the graphic novel', sought('Dune', KING), found('Dune: The Graphic Novel', KING), 'drop'],
    ['a graphic novel', sought('Watchmen', KING), found('Watchmen: A Graphic Novel', KING), 'accept'],
    ['by one who writes only such', sought('Emma', KING), found('Emma', [...KING, 'Instaread']), 'drop'],
    ['a guide that is sought', sought('Emma: Study Guide', KING), found('Emma: Study Guide', KING), 'accept'],
    ['the book for its guide', sought('Summary of Emma', KING), found('Emma', KING), 'drop'],
    ['a title with such a word', sought('Real Analysis', KING), found('Real Analysis: Third Edition', KING), 'accept'],
    [
      'notes on a novel that is called so',
      sought('Notes on a Scandal', KING),
      found('Notes on a Scandal', KING),
      'accept',
    ],
    ['an omnibus', sought('Emma', KING), found('Emma (Omnibus)', KING), 'drop', 'several books in one'],
    ['three books', sought('Legacy', KING), found('Legacy: 3-Book Bundle', KING), 'drop'],
    ['a trilogy', sought('Legacy', KING), found('Legacy: The Complete Trilogy', KING), 'drop'],
    [
      'a range of volumes',
      sought('Legacy', KING),
      found('Legacy', KING, { series: [{ name: 'L', number: '1-3' }] }),
      'drop',
    ],
    [
      'one volume for an omnibus',
      sought('Legacy Omnibus', KING),
      found('Legacy', KING),
      'drop',
      'one book, not several in one',
    ],
    ['an omnibus that is sought', sought('Legacy Omnibus', KING), found('Legacy Omnibus', KING), 'accept'],
    ['the length of its series', sought('Emma', KING), found('Emma (The Emmas 9 book series)', KING), 'accept'],
    ['an audiobook', sought('Emma', KING), found('Emma', KING, { form: 'audiobook' }), 'drop', 'no book to be read'],
    ['an audiobook by its name', sought('Emma', KING), found('Emma (Audio CD)', KING), 'drop'],
    [
      'an audiobook for one',
      sought('Emma', KING, { medium: 'audiobook' }),
      found('Emma', KING, { form: 'audiobook' }),
      'accept',
    ],
    [
      'a print for an audiobook',
      sought('Emma', KING, { medium: 'audiobook' }),
      found('Emma', KING, { form: 'paperback' }),
      'accept',
    ],
    ['a calendar', sought('Emma', KING), found('Emma Wall Calendar 2025', KING), 'drop'],
    ['a preview', sought('Emma', KING), found('Emma: Free Preview', KING), 'drop'],
  ]);
});

describe('languages', () => {
  const english = sought('Dune', KING, { language: 'en-GB' });
  expectVerdicts([
    ['another', english, found('Dune', KING, { language: 'de' }), 'drop', 'in another language: de, not en'],
    ['of another country', english, found('Dune', KING, { language: 'en-US' }), 'accept'],
    ['in the title', english, found('Dune (Spanish Edition)', KING), 'drop', 'in another language: es, not en'],
    ['a country in the title', english, found('Dune (UK Edition)', KING), 'accept'],
    ['a thing in the title', english, found('Dune (Illustrated Edition)', KING), 'accept'],
    ['unknown', sought('Dune', KING), found('Dune', KING, { language: 'de' }), 'accept'],
  ]);
});

describe('identifiers', () => {
  const wanted = (title: string | undefined, authors = KING) => ({
    ...sought('', authors),
    title,
    identifiers: isbn(ISBN),
  });
  const bears = (value: string) => ({ identifiers: isbn(value) });
  expectVerdicts([
    ['the same', wanted('Dune'), found('Dune', KING, bears(ISBN)), 'accept', 'same ISBN'],
    ['the same with ten digits', wanted('Dune'), found('Dune', KING, bears('0441172717')), 'accept', 'same ISBN'],
    ['the same with a translated title', wanted('Der Wüstenplanet'), found('Dune', KING, bears(ISBN)), 'accept'],
    ['the same with nothing else known', wanted(undefined, []), found('Dune', KING, bears(ISBN)), 'accept'],
    [
      'the same on another book',
      wanted('Emma', ['Jane Austen']),
      found('Dune', ['Frank Herbert'], bears(ISBN)),
      'suggest',
      'same ISBN, but it does not look like the book',
    ],
    ['the same on a summary', wanted('Dune'), found('Summary of Dune', ['X Y'], bears(ISBN)), 'suggest'],
    ['the same on another volume', wanted('Naruto 2'), found('Naruto 3', KING, bears(ISBN)), 'suggest'],
    ['another', wanted('Dune'), found('Dune', KING, bears('9780441478125')), 'accept'],
    ['of another edition', wanted('Dune'), found('Dune', [], { otherEditions: isbn(ISBN) }), 'accept', 'same ISBN'],
    [
      'of a file',
      sought('Dune', KING, { identifiers: [{ scheme: 'uuid', value: 'x' }] }),
      found('Emma', KING, { identifiers: [{ scheme: 'uuid', value: 'x' }] }),
      'drop',
    ],
    [
      'of a shop, in another case',
      sought('Dune', [], { identifiers: [{ scheme: 'asin', value: 'b000aaaaaa' }] }),
      found('Dune', KING, { identifiers: [{ scheme: 'asin', value: 'B000AAAAAA' }] }),
      'accept',
      'same ASIN',
    ],
  ]);
});
