import { frameHeaderAt } from './frame-header.js';

const header = (...bytes: number[]) => frameHeaderAt(Uint8Array.from(bytes), 0);

describe('the header of an MPEG frame', () => {
  it.each([
    [
      'MPEG-1 at 128 kbit/s',
      [0xff, 0xfb, 0x90, 0x00],
      { mpeg1: true, bitrate: 128_000, sampleRate: 44_100, size: 417 },
    ],
    ['MPEG-1 with padding', [0xff, 0xfb, 0x92, 0x00], { size: 418 }],
    ['MPEG-1 in mono at 48 kHz', [0xff, 0xfb, 0x94, 0xc0], { sampleRate: 48_000, mono: true, size: 384 }],
    ['MPEG-2 at 64 kbit/s', [0xff, 0xf3, 0x80, 0x00], { mpeg1: false, bitrate: 64_000, sampleRate: 22_050, size: 208 }],
    ['MPEG-2.5 at 8 kHz', [0xff, 0xe3, 0x18, 0x00], { bitrate: 8000, sampleRate: 8000, samples: 576, size: 72 }],
  ])('says %s', (_, bytes, expected) => expect(header(...bytes)).toMatchObject(expected));

  it.each([
    ['no sync', [0xff, 0x1b, 0x90, 0x00]],
    ['a version that is reserved', [0xff, 0xeb, 0x90, 0x00]],
    ['another layer', [0xff, 0xfd, 0x90, 0x00]],
    ['a bitrate of its own', [0xff, 0xfb, 0x00, 0x00]],
    ['a bitrate that is none', [0xff, 0xfb, 0xf0, 0x00]],
    ['a sample rate that is none', [0xff, 0xfb, 0x9c, 0x00]],
    ['half of it', [0xff, 0xfb, 0x90]],
  ])('is none with %s', (_, bytes) => expect(header(...bytes)).toBeUndefined());
});
