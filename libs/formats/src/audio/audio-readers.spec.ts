import { DomainError, type Format } from '@octavo/domain';
import { aFlac, anM4b, anMp3, anOgg, anOpus, type AudioBuilder } from '@octavo/testing';
import type { FormatReader } from '../format-reader.js';
import { readerContract } from '../testing/reader-contract.js';
import { audioReaders } from './audio-readers.js';

const emma = <B extends AudioBuilder>(builder: B): B => builder.titled('Emma').by('Jane Austen').withCover().lasting(2);

function readerOf(format: Format): FormatReader {
  const reader = audioReaders.find((one) => one.format === format);
  if (reader === undefined) throw new DomainError('format.unsupported', format);
  return reader;
}

readerContract('M4B', readerOf('m4b'), () => ({ bytes: emma(anM4b()).build(), name: 'Jane Austen/Emma.m4b' }));
readerContract('M4A', readerOf('m4a'), () => ({ bytes: emma(anM4b().branded('M4A ')).build(), name: 'Emma.m4a' }));
readerContract('MP3', readerOf('mp3'), () => ({ bytes: emma(anMp3()).build(), name: 'Emma.mp3' }));
readerContract('FLAC', readerOf('flac'), () => ({ bytes: emma(aFlac()).build(), name: 'Emma.flac' }));
readerContract('Ogg', readerOf('ogg'), () => ({ bytes: emma(anOgg()).build(), name: 'Emma.ogg' }));
readerContract('Opus', readerOf('opus'), () => ({ bytes: emma(anOpus()).build(), name: 'Emma.opus' }));

const id3 = anMp3().titled('Emma').build();
const bare = anMp3().counted(undefined).build();
const mp4 = (brand: string) => anM4b().branded(brand).build();
const flacBehindId3 = Buffer.concat([id3.subarray(0, 200), aFlac().build()]);

describe('the reader of an audio file', () => {
  it.each([
    ['an M4B by its brand', mp4('M4B '), 'Emma', 'm4b'],
    ['an M4B by its name', mp4('isom'), 'Emma.m4b', 'm4b'],
    ['an M4A by its brand', mp4('M4A '), 'Emma', 'm4a'],
    ['an M4A that is called an M4B', mp4('M4A '), 'Emma.m4b', 'm4b'],
    ['an M4B that is called an M4A', mp4('M4B '), 'Emma.m4a', 'm4a'],
    ['an M4A that is called an MP3', mp4('isom'), 'Emma.mp3', 'm4a'],
    ['no film', mp4('isom'), 'Emma.mp4', undefined],
    ['a book of Audible', mp4('aax '), 'Emma.aax', 'm4b'],
    ['an MP3 by its tag', id3, 'Emma', 'mp3'],
    ['an MP3 without a tag, by its name', bare, 'Emma.MP3', 'mp3'],
    ['no bare frames without a name', bare, 'Emma', undefined],
    ['a FLAC', aFlac().build(), 'Emma.mp3', 'flac'],
    ['a FLAC behind an ID3 tag, by its name', flacBehindId3, 'Emma.flac', 'flac'],
    ['a Vorbis', anOgg().build(), 'Emma.opus', 'ogg'],
    ['a FLAC in an Ogg', anOgg().ofFlac().build(), 'Emma', 'ogg'],
    ['an Opus that is called an Ogg', anOpus().build(), 'Emma.ogg', 'opus'],
    ['no Ogg of who knows what', Buffer.from('OggS'.padEnd(80, '\0')), 'Emma.ogv', undefined],
    ['a damaged file, so that it can be told so', new Uint8Array(80), 'Emma.m4b', 'm4b'],
    ['no zip', Buffer.from('PK\x03\x04'), 'Emma.m4b', undefined],
  ])('knows %s', (_, bytes, name, expected) => {
    const takers = audioReaders.filter((reader) => reader.recognises(bytes.subarray(0, 80), name));
    expect(takers.map(({ format }) => format)).toEqual(expected === undefined ? [] : [expected]);
  });
});
