import fc from 'fast-check';
import { mediaTypeOf } from './media-types.js';
import { safeName } from './safe-name.js';
import { sortableNumber } from './series-number.js';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('a title as a name of a file', () => {
  it.each([
    ['Emma', 'Emma'],
    ['Dune: Messiah', 'Dune - Messiah'],
    ['AC/DC', 'AC-DC'],
    ['a\\b|c:d', 'a-b-c-d'],
    ['What is "it"? <All> *', "What is 'it' (All)"],
    ['  two\t lines \r\n of it ', 'two lines of it'],
    ['..hidden', 'hidden'],
    ['The end...', 'The end'],
    ['CON', 'CON_'],
    ['con.fused', 'con_.fused'],
    ['Control', 'Control'],
    ['LPT1', 'LPT1_'],
    ['safe\u202Egnp.exe', 'safegnp.exe'],
    ['\u0000nul\u0007bell\u200Bgap\uFEFF', 'nulbellgap'],
    ['E\u0301mile', '\u00c9mile'],
    ['می\u200cروم', 'می\u200cروم'],
    ['吾輩は猫である', '吾輩は猫である'],
    ['half \ud83d', 'half \ufffd'],
    ['100% & #1 + ~', '100% & #1 + ~'],
    ['', 'Untitled'],
    ['???', 'Untitled'],
    ['..', 'Untitled'],
  ])('%j -> %j', (title, name) => expect(safeName(title)).toBe(name));

  it('is cut between letters, by their number and by their bytes', () => {
    expect(safeName('x'.repeat(500))).toHaveLength(100);
    expect(safeName('猫'.repeat(500))).toBe('猫'.repeat(50));
    expect(safeName(`${'x'.repeat(97)}👩‍👩‍👧 and`)).toBe('x'.repeat(97));
    expect(safeName(`${'x'.repeat(99)} y`)).toBe('x'.repeat(99));
  });

  it('is always a name, and stays as it is when it is made one again', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const rough = fc.array(fc.constantFrom(...'.: /\\?*"<>|\u202e\u0301\n\u0000aE'), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          rough.map((signs) => signs.join('')),
        ),
        (title) => {
          const name = safeName(title);
          expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}/\\:*?"<>|]|^[. ]|[. ]$|^$/u);
          expect(name).toBe(name.normalize('NFC').toWellFormed());
          expect([...name].length).toBeLessThanOrEqual(101);
          expect(bytes(name)).toBeLessThanOrEqual(151);
          expect(safeName(name)).toBe(name);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a number in a series', () => {
  it.each([
    ['2', '002'],
    ['10', '010'],
    ['2.5', '002.5'],
    ['0.05', '000.05'],
    ['07', '007'],
    ['1-3', '001-003'],
    ['2a', '002a'],
    ['Vol. 4', 'Vol. 004'],
    ['IV', 'IV'],
    ['1234', '1234'],
  ])('%s is written %s', (printed, sortable) => expect(sortableNumber(printed)).toBe(sortable));

  it('stands in order by name', () => {
    const printed = ['0', '0.5', '1', '1-3', '1.5', '2', '2.25', '2.5', '2a', '3', '10', '10.5', '11', '99', '100'];
    const names = printed.map((number) => `${sortableNumber(number)} - Title`);
    expect(names.toSorted()).toEqual(names);
  });
});

describe('the media type of a file', () => {
  it.each([
    ['a.epub', 'application/epub+zip'],
    ['A.EPUB', 'application/epub+zip'],
    ['a.fb2.zip', 'application/zip'],
    ['a.m4b', 'audio/mp4'],
    ['a.azw3', 'application/vnd.amazon.mobi8-ebook'],
    ['a', 'application/octet-stream'],
  ])('%s: %s', (name, type) => expect(mediaTypeOf(name)).toBe(type));
});
