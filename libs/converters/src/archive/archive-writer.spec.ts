import { bytesAccess } from '@octavo/domain';
import { ZipArchive } from '@octavo/formats';
import { writeArchive, type PackedFile } from './archive-writer.js';
import { packAhead, stored, type FreshFile } from './pack-ahead.js';

async function* each<T>(files: T[]): AsyncGenerator<T> {
  for (const file of files) yield await Promise.resolve(file);
}

async function written(files: (FreshFile | PackedFile)[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeArchive(packAhead(each(files)))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function fresh(name: string, text: string): FreshFile {
  return { name, bytes: Buffer.from(text) };
}

describe('An archive', () => {
  const files = [stored(fresh('mimetype', 'application/epub+zip')), fresh('é/a.txt', 'a'.repeat(5000)), fresh('b', '')];

  it('is read back with all it holds, in its order', async () => {
    const archive = await ZipArchive.open(bytesAccess(await written(files)));
    expect(archive.entries.map(({ name, method, size }) => [name, method, size])).toEqual([
      ['mimetype', 0, 20],
      ['é/a.txt', 8, 5000],
      ['b', 8, 0],
    ]);
    const texts = await Promise.all(archive.entries.map(async (entry) => Buffer.from(await archive.bytes(entry))));
    expect(texts.map(String)).toEqual(['application/epub+zip', 'a'.repeat(5000), '']);
  });

  it('begins with a plain mimetype, so that its type stands at offset 38', async () => {
    const bytes = await written(files);
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    const [flags, extraLength] = [bytes.readUInt16LE(6), bytes.readUInt16LE(28)];
    expect([flags, extraLength]).toEqual([0, 0]);
  });

  it('has the same bytes whenever it is written', async () => {
    const bytes = await written(files);
    expect(bytes).toEqual(await written(files));
    const [time, date] = [bytes.readUInt16LE(10), bytes.readUInt16LE(12)];
    expect([time, date]).toEqual([0, 0x0021]); // 1980-01-01 00:00
  });

  it('says which names are UTF-8', async () => {
    const bytes = await written([fresh('é', 'x'), fresh('e', 'x')]);
    const second = bytes.indexOf('PK\x03\x04', 4, 'latin1');
    expect([bytes.readUInt16LE(6), bytes.readUInt16LE(second + 6)]).toEqual([0x0800, 0]);
  });

  it('is refused where plain zip ends', async () => {
    const huge = { name: 'a', method: 0, crc32: 0, size: 0, data: { byteLength: 0xffff_ffff } as Uint8Array };
    const many = Array.from({ length: 65_536 }, (_, n) => stored(fresh(String(n), '')));
    const problem = { code: 'conversion.failed' };
    const drained = async (packed: PackedFile[]) => {
      for await (const chunk of writeArchive(each(packed))) void chunk;
    };
    await expect(drained([huge])).rejects.toMatchObject(problem);
    await expect(drained(many)).rejects.toMatchObject(problem);
  });

  it('asks for the next three files while one is packed, and for no more', async () => {
    const asked: string[] = [];
    async function* source(): AsyncGenerator<FreshFile> {
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
        asked.push(name);
        yield await Promise.resolve(fresh(name, 'x'));
      }
    }
    const packed = packAhead(source());
    await packed.next();
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
  });
});
