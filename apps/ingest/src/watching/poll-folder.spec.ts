import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderPoll } from './poll-folder.js';
import { Heard } from './testing/heard.js';

describe('a folder that is looked at again and again', () => {
  let folder: string;
  let poll: FolderPoll;
  const heard = new Heard();
  const at = (path: string) => join(folder, 'root', path);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-poll-'));
    await mkdir(at('a'), { recursive: true });
    for (const name of ['a/1.epub', 'a/2.epub', 'notes.txt']) await writeFile(at(name), name);
    poll = new FolderPoll(join(folder, 'root'), (name) => name.endsWith('.epub'), heard, 30);
    // What came before the first look, only a scan can tell.
    expect(await heard.until('doubtful')).toEqual(['doubtful']);
  });
  afterAll(async () => {
    await poll.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('tells what came, changed and went', async () => {
    await writeFile(at('3.epub'), 'new');
    expect(await heard.until('found 3.epub')).toEqual(['found 3.epub']);
    await utimes(at('a/1.epub'), 1, 1);
    expect(await heard.until('found a/1.epub')).toEqual(['found a/1.epub']);
    await rm(at('a/2.epub'));
    expect(await heard.until('lost a/2.epub')).toEqual(['lost a/2.epub']);
    await rename(at('3.epub'), at('a/4.epub'));
    expect((await heard.until('lost 3.epub')).toSorted()).toEqual(['found a/4.epub', 'lost 3.epub']);
  });

  it('takes nothing for gone while the folder itself is away, nor what is left alone', async () => {
    await rename(join(folder, 'root'), join(folder, 'away'));
    // Long enough for a look at it, on a busy machine too.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await rename(join(folder, 'away'), join(folder, 'root'));
    expect(await heard.until('doubtful')).toEqual(['doubtful']);
    await writeFile(at('a/.ignore'), '');
    await writeFile(at('5.epub'), 'last');
    expect(await heard.until('found 5.epub')).toEqual(['found 5.epub']);
  });
});
