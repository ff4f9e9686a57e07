import { aPdf } from './pdf.builder.js';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a PDF from the builder', () => {
  it('is the same for the same calls', () => {
    const build = () => aPdf().titled('Emma').by('Jane Austen').withPages(3).encrypted({ user: 'x' }).build();
    expect(Buffer.compare(build(), build())).toBe(0);
  });

  it.each(['', 'attached: '])('says where its objects are (after "%s")', (prefix) => {
    const file = text(aPdf().withPages(2).after(prefix).build()).slice(prefix.length);
    const offsets = [...file.matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(5);
    expect(offsets.map((offset) => /^\d+ 0 obj/.exec(file.slice(offset))?.[0])).toEqual(
      offsets.map((_, at) => `${at + 1} 0 obj`),
    );
    expect(file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1]))).toMatch(/^xref/);
  });

  it('hides its texts when it is encrypted', () => {
    const title = Buffer.from('Emma').toString('hex');
    expect(text(aPdf().titled('Emma').build())).toContain(title);
    expect(text(aPdf().titled('Emma').encrypted({ user: '' }).build())).not.toContain(title);
  });

  it('is read in ranges as it is in bytes', async () => {
    const pdf = aPdf().withGap(5000).withPages(2);
    const [bytes, access] = [pdf.build(), pdf.buildAccess()];
    expect(access.size).toBe(bytes.byteLength);
    for (const [offset, length] of [
      [0, 100],
      [200, 6000],
      [5500, 10],
      [bytes.byteLength - 50, 100],
    ] as const)
      expect(text(await access.read(offset, length))).toBe(text(bytes.subarray(offset, offset + length)));
  });
});
