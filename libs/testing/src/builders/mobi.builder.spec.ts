import { aMobi } from './mobi.builder.js';

/** The parts of a Palm database, as its table says. */
function recordsOf(bytes: Uint8Array): Buffer[] {
  const file = Buffer.from(bytes);
  const count = file.readUInt16BE(76);
  const start = (index: number) => (index === count ? file.byteLength : file.readUInt32BE(78 + index * 8));
  return Array.from({ length: count }, (_, index) => file.subarray(start(index), start(index + 1)));
}

describe('a MOBI from the builder', () => {
  it('is a Palm database of a header, text, images and the mark of the end', () => {
    const image = Buffer.from('image');
    const bytes = aMobi().withText('x'.repeat(5000)).withImage(image).build();
    const [header, ...rest] = recordsOf(bytes);
    expect(Buffer.from(bytes).toString('latin1', 60, 68)).toBe('BOOKMOBI');
    expect(header?.toString('latin1', 16, 20)).toBe('MOBI');
    expect(header?.readUInt32BE(108)).toBe(3);
    expect(rest.map(({ byteLength }) => byteLength)).toEqual([4096, 904, 5, 4]);
    expect(rest.at(-1)?.toString('hex')).toBe('e98e0d0a');
  });

  it('that is joint has a second header, of KF8, where field 121 says', () => {
    const records = recordsOf(aMobi().titled('Emma').joint().build());
    const boundary = records.findIndex((record) => record.toString('latin1') === 'BOUNDARY');
    expect(boundary).toBeGreaterThan(0);
    expect(records[0]?.readUInt32BE(36)).toBe(6);
    expect(records[boundary + 1]?.readUInt32BE(36)).toBe(8);
    const field = records[0]?.indexOf(Buffer.from([0, 0, 0, 121, 0, 0, 0, 12])) ?? -1;
    expect(records[0]?.readUInt32BE(field + 8)).toBe(boundary + 1);
  });

  it('is the same for the same calls', () => {
    const build = () => aMobi().titled('Emma').by('Jane Austen').kf8().withCover().build();
    expect(Buffer.compare(build(), build())).toBe(0);
  });
});
