import { createExtractorFromData } from 'node-unrar-js';
import { aRar } from './rar.builder.js';

interface Unpacked {
  name: string;
  content: string;
}

async function unrar(archive: Uint8Array): Promise<Unpacked[]> {
  const extractor = await createExtractorFromData({ data: Uint8Array.from(archive).buffer });
  return [...extractor.extract().files].map(({ fileHeader, extraction }) => ({
    name: fileHeader.name,
    content: Buffer.from(extraction ?? []).toString(),
  }));
}

const TEXT = 'It was a dark and stormy night. '.repeat(40);

describe.each([4, 5] as const)('a RAR %s archive made by hand', (version) => {
  it('is read by unrar: stored, packed and packed in a solid run', async () => {
    const archive = aRar(version)
      .with('stored.txt', TEXT)
      .with('a/packed.txt', `packed ${TEXT}`, { packed: true })
      .with('a/solid.txt', `solid ${TEXT}`, { solid: true })
      .with('Élan – 一.txt', 'x')
      .build();
    expect(await unrar(archive)).toEqual([
      { name: 'stored.txt', content: TEXT },
      { name: 'a/packed.txt', content: `packed ${TEXT}` },
      { name: 'a/solid.txt', content: `solid ${TEXT}` },
      { name: 'Élan – 一.txt', content: 'x' },
    ]);
  });

  it('is refused by unrar when a checksum is wrong', async () => {
    const archive = aRar(version).with('a.txt', TEXT, { packed: true, claims: { crc32: 7 } });
    await expect(unrar(archive.build())).rejects.toMatchObject({ reason: 'ERAR_BAD_DATA' });
  });

  it('is locked for unrar when its headers are, or a file is', async () => {
    await expect(unrar(aRar(version).with('a.txt', TEXT).withLockedHeaders().build())).rejects.toMatchObject({
      reason: 'ERAR_MISSING_PASSWORD',
    });
    await expect(unrar(aRar(version).with('a.txt', TEXT, { encrypted: true }).build())).rejects.toMatchObject({
      reason: 'ERAR_MISSING_PASSWORD',
    });
  });
});
