import { firstLine, isOutage, troubleIn, withoutFolders } from './last-words.js';
import type { Ending } from './run-program.js';

const ending = (told: Partial<Ending>): Ending => ({
  code: 0,
  signal: null,
  outOfTime: false,
  out: '',
  err: '',
  ...told,
});

describe('The trouble of a program', () => {
  it.each<[Partial<Ending>, string | undefined]>([
    [{}, undefined],
    [{ err: 'Error: only a warning' }, undefined],
    [{ code: 1 }, 'ended with 1: it did not say why'],
    [
      { code: 1, out: 'Kepubify v4.0.4\n', err: '          Error (1): zip: not a valid zip file\n' },
      'ended with 1: zip: not a valid zip file',
    ],
    [{ code: 1, err: 'Error: first\n\nErrors:\n  "x"\n  => "y"\n  Error: last\n\n' }, 'ended with 1: last'],
    [{ code: 1, err: 'unknown flag: --nonsense\n' }, 'ended with 1: unknown flag: --nonsense'],
    [
      { code: 126, err: 'prlimit: failed to execute /data/tools/kepubify: Permission denied' },
      'ended with 126: failed to execute kepubify: Permission denied',
    ],
    [
      { code: 2, err: 'panic: runtime error: index out of range [1]\n\ngoroutine 7 [running]:\nmain.main()\n' },
      'crashed: panic: runtime error: index out of range [1]',
    ],
    [
      { code: 2, err: 'fatal error: runtime: out of memory\n\nruntime stack:\n' },
      'crashed: fatal error: runtime: out of memory',
    ],
    [{ code: null, signal: 'SIGKILL' }, 'was ended by SIGKILL, perhaps because memory ran out'],
    [{ code: null, signal: 'SIGKILL', outOfTime: true }, 'took too long and was ended'],
    [{ code: null, notStarted: 'ENOENT' }, 'could not be started (ENOENT)'],
    [{ code: 1, err: '\u001b[31mred\u0007bell\u001b[0m' }, 'ended with 1: red bell'],
    [{ code: 1, err: 'x'.repeat(5000) }, `ended with 1: ${'x'.repeat(300)}`],
  ])('%j is: %s', (told, trouble) => {
    expect(troubleIn(ending(told))).toBe(trouble);
  });

  it.each([
    ['open /data/books/x.epub: no such file', 'open x.epub: no such file'],
    ['open:/data/books/x.epub', 'open:x.epub'],
    ['"/data/books/ümlaut/x.epub"', '"x.epub"'],
    ['C:\\Users\\Ada\\x.epub is bad', 'x.epub is bad'],
    ['"C:\\\\Users\\\\Ada\\\\x.epub"', '"x.epub"'],
    ['/my own folder/deep/x.epub', 'x.epub'],
    ['see https://a.example/b/c for help', 'see https://a.example/b/c for help'],
    ['either/or/both of OEBPS/text/a.xhtml', 'either/or/both of OEBPS/text/a.xhtml'],
    ['expected </p> in <br/>', 'expected </p> in <br/>'],
  ])('is told without folders: %s', (text, bare) => {
    expect(withoutFolders(text, ['/my own folder', '/my own folder/deep', '/'])).toBe(bare);
  });

  it('is cleared of folders in a moment, whatever they look like', () => {
    const began = performance.now();
    for (const piece of ['/', '/a', '\\', 'C:', 'a/', '/a\\', ' /'])
      withoutFolders(piece.repeat(16_384 / piece.length));
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  it.each([
    ['write result.kepub.epub: no space left on device', true],
    ['Error: mkdir .: read-only file system', true],
    ['Error: zip: not a valid zip file', false],
  ])('%s: the machine is to blame: %s', (err, outage) => {
    expect(isOutage(ending({ code: 1, err }))).toBe(outage);
  });

  it('has a first line of printable characters', () => {
    expect(firstLine('\n\n  kepubify\u0007 v5 \nmore', 60)).toBe('kepubify  v5');
    expect(firstLine('👍'.repeat(100), 60)).toBe('👍'.repeat(60));
    expect(firstLine('', 60)).toBe('');
  });
});
