import { anEpub, aZip, pngCover } from '@octavo/testing';
import { sniff } from './sniff.js';

describe('the first bytes of a file', () => {
  it.each([
    ['an EPUB', anEpub().build(), 'epub'],
    ['an EPUB whose mimetype is not in front', anEpub().without('mimetype').build(), 'zip'],
    ['a zip', aZip().with('a', 'x').build(), 'zip'],
    ['an empty zip', aZip().build(), 'zip'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['a Kindle book', Buffer.from(`${'x'.repeat(60)}BOOKMOBI`), 'mobi'],
    ['a picture', pngCover(), 'image'],
    ['a page', Buffer.from('<!DOCTYPE html><html>'), 'html'],
    ['nothing we know', Buffer.alloc(80), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('say it is %s', (_, bytes, kind) => expect(sniff(bytes)).toBe(kind));
});
