import { aFlac, anEpub, anM4b, anMp3, anOpus, aZip, pngCover } from '@octavo/testing';
import { sniff } from './sniff.js';

describe('the first bytes of a file', () => {
  it.each([
    ['an EPUB', anEpub().build(), 'epub'],
    ['an EPUB whose mimetype is not in front', anEpub().without('mimetype').build(), 'zip'],
    ['a zip', aZip().with('a', 'x').build(), 'zip'],
    ['an empty zip', aZip().build(), 'zip'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['a Kindle book', Buffer.from(`${'x'.repeat(60)}BOOKMOBI`), 'mobi'],
    ['a Palm text', Buffer.from(`${'x'.repeat(60)}TEXtREAd`), 'mobi'],
    ['a locked Kindle book', Buffer.from('\xeaDRMION\xee', 'latin1'), 'mobi'],
    ['a text about contents', Buffer.from('CONTENTS'), undefined],
    ['a picture', pngCover(), 'image'],
    ['an MP4', anM4b().build(), 'mp4'],
    ['an ID3 tag', anMp3().titled('x').build(), 'id3'],
    ['a FLAC', aFlac().build(), 'flac'],
    ['an Ogg', anOpus().build(), 'ogg'],
    ['a page', Buffer.from('<!DOCTYPE html><html>'), 'html'],
    ['nothing we know', Buffer.alloc(80), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('say it is %s', (_, bytes, kind) => expect(sniff(bytes)).toBe(kind));
});
