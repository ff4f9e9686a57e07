import { isJunkAuthor, isJunkTitle } from './junk.js';

describe('the title of a PDF', () => {
  it.each([
    'Microsoft Word - x.doc',
    'microsoft powerpoint - Talk',
    'Microsoft Excel - sheet',
    'thesis_final.docx',
    'cover.indd',
    'emma.PDF',
    'main.tex',
    'untitled',
    'Untitled-1',
    'Title',
    'Document1',
    'unknown',
    'Slide 1',
    'PowerPoint Presentation',
    '5946f730-f550-7ab7-b8fd-85c9c536b89b',
    '0123456789abcdef',
    '1234',
    '---',
    '978-0-441-47812-5',
    'X',
    'Jane Austen - emma',
  ])('%s names no book', (title) => expect(isJunkTitle(title, 'Jane Austen - Emma')).toBe(true));

  it.each([
    'Emma',
    'It',
    '家',
    'Microsoft Word for Beginners',
    'Document 17 and Other Poems',
    'The Title',
    '1984: A Novel',
    'Deadbeef',
  ])('%s names one', (title) => expect(isJunkTitle(title, 'Jane Austen - Emma')).toBe(false));
});

describe('the author of a PDF', () => {
  it.each([
    'Unknown',
    'user',
    'Admin',
    'owner',
    'Windows User',
    'PC',
    'calibre',
    'Adobe InDesign CS6',
    'ABBYY FineReader',
    'jane@example.org',
    'https://example.org',
    'www.example.org',
    'Scribus 1.5',
  ])('%s is nobody', (name) => expect(isJunkAuthor(name, ['Scribus 1.5'])).toBe(true));

  it.each(['Jane Austen', 'Userowa', 'Adobeya', 'P. C. Wren'])('%s is somebody', (name) => {
    expect(isJunkAuthor(name, ['Scribus 1.5'])).toBe(false);
  });
});
