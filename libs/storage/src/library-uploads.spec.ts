import * as disk from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { LibraryUploads } from './library-uploads.js';

jest.mock('node:fs/promises', () => ({ ...jest.requireActual<typeof disk>('node:fs/promises'), link: jest.fn() }));

describe('an upload to a disk that knows no links', () => {
  let root: string;
  beforeEach(async () => {
    root = await disk.mkdtemp(join(tmpdir(), 'octavo-uploads-'));
    jest.mocked(disk.link).mockRejectedValue(Object.assign(new Error('no links here'), { code: 'EPERM' }));
  });
  afterEach(() => disk.rm(root, { recursive: true, force: true }));

  it('is kept all the same, and replaces nothing', async () => {
    await disk.writeFile(join(root, 'Emma.epub'), 'an older one');
    const received = await new LibraryUploads().receive(root, Readable.from([Buffer.from('a new one')]));
    expect(await received.keepAs('Emma.epub')).toBe('Emma (2).epub');
    await received.discard();
    expect((await disk.readdir(root)).toSorted()).toEqual(['Emma (2).epub', 'Emma.epub']);
    expect(await disk.readFile(join(root, 'Emma (2).epub'), 'utf8')).toBe('a new one');
    expect(await disk.readFile(join(root, 'Emma.epub'), 'utf8')).toBe('an older one');
  });

  it('is refused where nothing may be written', async () => {
    const received = await new LibraryUploads().receive(root, Readable.from([Buffer.from('x')]));
    jest.mocked(disk.link).mockRejectedValue(Object.assign(new Error('read-only'), { code: 'EROFS' }));
    await expect(received.keepAs('Emma.epub')).rejects.toMatchObject({ code: 'library.read-only' });
  });
});
