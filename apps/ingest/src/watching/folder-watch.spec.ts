import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderWatch, type WatchOrder } from './folder-watch.js';
import { Heard } from './testing/heard.js';

const wanted = (name: string) => name.endsWith('.epub');

describe('a folder that is watched', () => {
  let root: string;
  let heard: Heard;
  let watch: FolderWatch | undefined;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'octavo-watch-'));
    heard = new Heard();
  });
  afterEach(async () => {
    await watch?.close();
    await rm(root, { recursive: true, force: true });
  });

  const start = (polling: WatchOrder['polling'] = 'auto') =>
    (watch = new FolderWatch({ root, polling, quietMs: 100 }, wanted, heard));

  it('has events tell of files, and asks for a scan of what came before them', async () => {
    await writeFile(join(root, 'before.epub'), '');
    start();
    expect(await heard.until('doubtful')).toEqual(['EVENTS', 'doubtful']);
    await writeFile(join(root, 'notes.txt'), '');
    await mkdir(join(root, 'left alone/deep'), { recursive: true });
    await writeFile(join(root, 'left alone/.ignore'), '');
    await writeFile(join(root, 'left alone/deep/0.epub'), 'x');
    await mkdir(join(root, 'a'));
    await writeFile(join(root, 'a/1.epub'), 'x');
    expect(await heard.until('found a/1.epub')).toEqual(['found a/1.epub']);
    await rename(join(root, 'a/1.epub'), join(root, '2.epub'));
    expect(await heard.until('lost a/1.epub')).toEqual(['found 2.epub', 'lost a/1.epub']);
  });

  it('is looked through instead where that is wished', async () => {
    start('on');
    expect(await heard.until('doubtful')).toEqual(['POLLING', 'doubtful']);
  });

  it.each(['ENOSPC', 'EMFILE'])(
    'is looked through instead once the system has no more watches (%s)',
    async (code) => {
      start();
      await heard.until('doubtful');
      for (let n = 0; n < 3; n++) watch!['watcher']?.emit('error', Object.assign(new Error(code), { code }));
      expect(await heard.until('doubtful')).toEqual(['DEGRADED', 'doubtful']);
      await writeFile(join(root, '1.epub'), 'x');
      expect(await heard.until('found 1.epub')).toEqual(['found 1.epub']);
    },
    30_000,
  );

  it('is watched again once it is back, and nothing in it is lost meanwhile', async () => {
    await writeFile(join(root, '1.epub'), 'x');
    start();
    await heard.until('doubtful');
    await rename(root, `${root}-away`);
    await heard.until('doubtful');
    await rename(`${root}-away`, root);
    expect((await heard.until('EVENTS')).filter((one) => one.startsWith('lost'))).toEqual([]);
  }, 30_000);
});
