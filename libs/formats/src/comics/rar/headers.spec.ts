import { aRar } from '@octavo/testing';
import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { HeaderFields } from './header-fields.js';
import { rar4 } from './rar4.js';
import { decodeName4 } from './rar4-name.js';
import { rar5 } from './rar5.js';

describe('the fields of a RAR header', () => {
  it('are numbers with the low byte first, and numbers of seven bits to the byte', () => {
    const fields = new HeaderFields(Buffer.from([1, 2, 1, 4, 3, 2, 1, 0x7f, 0x80, 0x01, 0xff, 0xff, 0x03]));
    expect([fields.u8(), fields.u16(), fields.u32(), fields.vint(), fields.vint(), fields.vint()]).toEqual([
      1, 0x0102, 0x01020304, 127, 128, 65_535,
    ]);
    expect(fields.overrun).toBe(false);
  });

  it.each([
    ['a number', [1], (fields: HeaderFields) => fields.u16()],
    ['a number of seven bits to the byte', [0x80], (fields: HeaderFields) => fields.vint()],
    ['a number that never ends', new Array<number>(20).fill(0x80), (fields: HeaderFields) => fields.vint()],
    ['a text', [1, 2], (fields: HeaderFields) => fields.take(3)],
  ])('are known to be missing: %s', (_, bytes, read) => {
    const fields = new HeaderFields(Uint8Array.from(bytes));
    read(fields);
    expect(fields.overrun).toBe(true);
  });
});

describe('a RAR header', () => {
  it.each([rar4, rar5])('never breaks its reader, even with a right checksum (%#)', (generation) => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 7, maxLength: 60 }),
        fc.constantFrom(1, 2, 4, 0x73, 0x74),
        (bytes, type) => {
          const header = Buffer.from(bytes);
          if (generation.version === 5) {
            header[4] = header.byteLength - 5;
            header[5] = type;
            header.writeUInt32LE(crc32(header.subarray(4)), 0);
          } else {
            header[2] = type;
            header.writeUInt16LE(crc32(header.subarray(2)) & 0xffff, 0);
          }
          const block = generation.block(header);
          expect(block === undefined || block.dataLength >= 0).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['a RAR 5', rar5, aRar(5).with('a.txt', 'text')],
    ['a RAR 4', rar4, aRar(4).with('a.txt', 'text')],
  ])('of %s is refused when one bit of it is wrong', (_, generation, archive) => {
    const bytes = archive.build();
    const at = Buffer.from(bytes).indexOf('a.txt');
    const start = generation.version === 5 ? at - 20 : at - 32;
    const length = generation.headerLength(bytes.subarray(start, start + 7)) ?? 0;
    const header = bytes.subarray(start, start + length);
    expect(generation.block(header)).toMatchObject({ kind: 'file', dataLength: 4, entry: { name: 'a.txt', size: 4 } });
    for (let bit = 0; bit < length * 8; bit++) {
      const changed = Uint8Array.from(header);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(generation.block(changed)?.entry).toBeUndefined();
    }
  });
});

describe('the name in a RAR 4 header', () => {
  it.each<[string, number[], boolean, string]>([
    ['plain', [0x61, 0x2e, 0x62], false, 'a.b'],
    ['plain UTF-8', [...Buffer.from('Élan')], false, 'Élan'],
    ['in a code page', [0xc9, 0x6c], false, 'Él'],
    ['UTF-8 that is called Unicode', [...Buffer.from('一.jpg')], true, '一.jpg'],
    ['of single bytes', [0x5f, 0x5f, 0, 0x30, 0b00000000, 0xe9, 0x61], true, 'éa'],
    ['on one page', [0x5f, 0x5f, 0, 0x30, 0b01010000, 0x42, 0x44], true, 'あい'],
    ['of two bytes each', [0x5f, 0x5f, 0, 0x30, 0b10100000, 0x00, 0x4e, 0x8c, 0x4e], true, '一二'],
    ['with a run of plain letters', [0x61, 0x62, 0x5f, 0, 0x30, 0b11010000, 0x00, 0x42], true, 'abあ'],
    ['with a run moved onto a page', [0x40, 0x42, 0, 0x30, 0b11000000, 0x80, 0x02], true, 'あい'],
    ['that ends too early', [0x61, 0x62, 0x63, 0, 0x30], true, ''],
  ])('is read: %s', (_, bytes, unicode, name) => {
    expect(decodeName4(Uint8Array.from(bytes), unicode)).toBe(name);
  });

  it('is never longer than its plain form, and never endless', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), fc.uint8Array({ maxLength: 60 }), (plain, packed) => {
        const name = decodeName4(Buffer.concat([plain, Buffer.from([0]), packed]), true);
        expect(name.length).toBeLessThanOrEqual(plain.byteLength);
      }),
    );
  });
});
