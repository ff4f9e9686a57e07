import { bytesAccess } from '@octavo/domain';
import { readBook } from '../readers.js';

const draftOf = async (bytes: Uint8Array, name: string) => (await readBook(bytesAccess(bytes), name)).draft;

describe('formats of Amazon that stay shut', () => {
  const padded = (text: string) => Buffer.from(text.padEnd(200, '\0'), 'latin1');

  it.each([
    ['Topaz', padded('TPZ0\x03c\x04dkey'), 'a.azw1'],
    ['KFX', padded('\xeaDRMION\xee'), 'a.azw'],
  ])('%s, locked, says only that it is', async (_, bytes, name) => {
    const draft = await draftOf(bytes, name);
    expect(draft).toMatchObject({ drm: 'kindle', contributors: [], warnings: [expect.stringContaining('locked')] });
    expect(draft.title).toBeUndefined();
  });

  it.each([
    ['Topaz', padded('TPZ0\x02c\x08metadata'), 'a.azw1'],
    ['KFX', padded('CONT\x02\0'), 'a.kfx'],
  ])('%s, open, is not supported', async (_, bytes, name) => {
    await expect(draftOf(bytes, name)).rejects.toMatchObject({ code: 'format.unsupported' });
  });

  it('do not include a text that begins with "CONTENTS"', async () => {
    await expect(draftOf(padded('CONTENTS'), 'a.txt')).rejects.toThrow(/No reader knows/);
    await expect(draftOf(padded('CONTENTS'), 'a.mobi')).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});
