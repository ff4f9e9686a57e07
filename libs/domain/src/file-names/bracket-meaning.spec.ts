import { read } from './testing/reading-line.js';

describe('what stands in brackets', () => {
  it.each([
    ['Dune (9780441172719)', 'Dune | isbn:9780441172719'],
    ['Dune [ISBN-13: 978-0-441-17271-9]', 'Dune | isbn:9780441172719'],
    ['Dune (0441172717)', 'Dune | isbn:9780441172719'],
    ['Dune (0441172718)', 'Dune (0441172718)'],
    ['Dune {9780441172719}', 'Dune | isbn:9780441172719'],
    ['Dune [9780441172719] (0-441-17271-7)', 'Dune | isbn:9780441172719'],
    ['Dune [ASIN B0015T963C]', 'Dune | asin:B0015T963C'],
    ['Dune [B0015T963]', 'Dune [B0015T963]'],
    ['Dune (abridged)', 'Dune | abridged'],
    ['Dune [Unabridged]', 'Dune | unabridged'],
    ['Dune (1400)', 'Dune | 1400'],
    ['Dune (1399)', 'Dune (1399)'],
    ['Dune (2028)', 'Dune | 2028'],
    ['Dune (2029)', 'Dune (2029)'],
    ['Dune (1965) (1966)', 'Dune | 1965'],
    ['Dune (1965, Ace Books)', 'Dune | 1965 | Ace Books'],
    ['Dune [EN]', 'Dune | en'],
    ['Dune [ger]', 'Dune | de'],
    ['Dune [Deutsch]', 'Dune | de'],
    ['Dune (German Edition)', 'Dune | de'],
    ['Dune (No)', 'Dune (No)'],
    ['Dune [xyzzy]', 'Dune [xyzzy]'],
    ['Dune (read by Scott Brick)', 'Dune | Scott Brick (narrator)'],
    ['Dune (Dune #1)', 'Dune | Dune 1'],
    ['Dune (Dune, #1)', 'Dune | Dune 1'],
    ['Dune (Dune Chronicles Book 1)', 'Dune | Dune Chronicles 1'],
    ['Dune (Dune Chronicles, Volume One)', 'Dune | Dune Chronicles 1'],
    ['Dune (Dune Chronicles Vol. II)', 'Dune | Dune Chronicles 2'],
    ['Dune (Dune Chronicles 1.5)', 'Dune | Dune Chronicles 1.5'],
    ['Dune (Book 1 of 6: Dune Chronicles)', 'Dune | Dune Chronicles 1'],
    ['Dune (Band 3)', 'Dune'],
    ['Dune (Summer 1998)', 'Dune (Summer 1998)'],
    ['Dune (Edition 2)', 'Dune (Edition 2)'],
    ['Dune (2nd Edition)', 'Dune (2nd Edition)'],
    ['Dune (1)', 'Dune'],
    ['Dune (A Novel)', 'Dune (A Novel)'],
    ['Dune ()', 'Dune'],
    ['[Group] Dune', 'Dune'],
    ['Dune (unclosed', 'Dune (unclosed'],
    ['Dune) [x', 'Dune) [x'],
  ])('%s', (name, expected) => expect(read(`${name}.epub`)).toBe(expected));

  it.each([
    ...[
      'retail',
      'EPUB',
      'mobi',
      'azw3',
      'pdf',
      'v5.0',
      'scan',
      'OCR',
      'digital',
      'webrip',
      'US',
      'UK',
      'uncut',
      'proof',
    ],
    ...['fixed', 'illustrated', 'z-lib', 'libgen', 'Anna’s Archive', "Anna's Archive", 'z-lib.org', 'www.example.com'],
    ...['http:example.com', '64 kbps', '128kbps', '64k', 'Kindle Edition', 'Retail, EPUB', 'Complete & Uncut Edition'],
  ])('is no part of the title when it is noise: (%s)', (noise) => {
    expect(read(`Dune (${noise}).epub`)).toBe('Dune');
  });

  it('names the readers of an audiobook in curly brackets', () => {
    expect(read('Dune {Scott Brick & Simon Vance}.m4b')).toBe('Dune | Scott Brick (narrator), Simon Vance (narrator)');
    expect(read('Dune {Scott Brick}.epub')).toBe('Dune {Scott Brick}');
  });

  it('numbers a book only within a series that the folder names', () => {
    expect(read('Mistborn/The Final Empire (Book 1).epub')).toBe('The Final Empire | Mistborn 1');
    expect(read('The Final Empire (Book 1).epub')).toBe('The Final Empire');
  });

  it('marks the side of the title', () => {
    expect(read('Dune Messiah (1969) - Frank Herbert.epub')).toBe('Dune Messiah | Frank Herbert | 1969');
    expect(read('Dune Messiah (Dune 2) - Frank Herbert.epub')).toBe('Dune Messiah | Frank Herbert | Dune 2');
    expect(read('Dune Messiah (Deluxe Edition) - Frank Herbert.epub')).toBe(
      'Dune Messiah (Deluxe Edition) | Frank Herbert',
    );
    expect(read('[Dune 2] Dune Messiah - Frank Herbert.epub')).toBe('Dune Messiah | Frank Herbert | Dune 2');
  });

  it('keeps dashes that are inside', () => {
    expect(read('Dune (Part One - The Desert) - Frank Herbert.epub')).toBe(
      'Dune (Part One - The Desert) | Frank Herbert',
    );
  });
});
