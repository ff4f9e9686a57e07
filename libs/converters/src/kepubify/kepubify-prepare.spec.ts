import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Kepubify, type KepubifySource } from './kepubify.js';
import { assetFor, thisMachine } from './release.js';
import { type Answer, ReleaseServer, serve } from './testing/release-server.js';
import { sha256, standIn, writeProgram } from './testing/stand-in.js';

const PROGRAM = standIn();
const OTHER = Buffer.from(`#!${process.execPath}\nrequire('node:fs').writeFileSync(__filename + '.ran', '')\n`);
const ASSET = assetFor(thisMachine())!;

let root: string;
let server: ReleaseServer;
let place: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'octavo-kepubify-'));
  server = await ReleaseServer.start(serve(PROGRAM));
  place = join(root, 'tools', '4.0.4', ASSET);
});

afterEach(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

function prepare(told: Partial<KepubifySource> = {}, signal?: AbortSignal) {
  const checksums = new Map([[ASSET, sha256(PROGRAM)]]);
  return Kepubify.prepare({ folder: join(root, 'tools'), downloadFrom: server.address, checksums, ...told }, signal);
}

function plant(bytes: Buffer, mode = 0o755): void {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes);
  chmodSync(place, mode);
}

const kept = () => readdirSync(dirname(place));

describe('The managed program', () => {
  it('is fetched once, checked and made to run', async () => {
    const kepubify = await prepare({ downloadFrom: `${server.address}/mirror/v4` });
    expect(kepubify).toMatchObject({ version: '4.0.4', recipe: 'kepubify-4.0.4' });
    expect(readFileSync(place)).toEqual(PROGRAM);
    expect(statSync(place).mode & 0o777).toBe(0o755);
    await prepare();
    expect(server.asked).toEqual([`/mirror/v4/${ASSET}`]);
    expect(kept()).toEqual([ASSET]);
  });

  it.each<[string, () => void]>([
    ['another program', () => plant(OTHER)],
    ['half of it', () => plant(PROGRAM.subarray(0, PROGRAM.byteLength / 2))],
    ['something huge', () => plant(Buffer.alloc(40 * 1024 * 1024))],
    ['an empty file', () => plant(Buffer.alloc(0))],
    [
      'a link',
      () => {
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(join(root, 'elsewhere'), PROGRAM);
        symlinkSync(join(root, 'elsewhere'), place);
      },
    ],
    ['a folder', () => mkdirSync(join(place, 'deep'), { recursive: true })],
  ])('is fetched anew where %s lies in its place, which is never run', async (_what, put) => {
    put();
    await prepare();
    expect(server.asked).toHaveLength(1);
    expect(readFileSync(place)).toEqual(PROGRAM);
    expect(kept()).toEqual([ASSET]);
  });

  it('is made to run again when only its rights were lost', async () => {
    plant(PROGRAM, 0o600);
    await prepare();
    expect(statSync(place).mode & 0o777).toBe(0o755);
    expect(server.asked).toEqual([]);
  });

  const halfAndCut: Answer = (response) => {
    response.writeHead(200, { 'content-length': PROGRAM.byteLength });
    response.write(PROGRAM.subarray(0, 100), () => response.destroy());
  };
  const endless: Answer = (response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) continue;
    };
    response.on('drain', more);
    more();
  };
  const to =
    (location: string): Answer =>
    (response) =>
      response.writeHead(302, { location }).end();

  it.each<[string, Answer, RegExp]>([
    ['another program', serve(OTHER), /sends a file with another checksum, which was thrown away/],
    ['a web page', serve(Buffer.from('\n<!doctype html><title>Sign in</title>')), /sends a web page instead/],
    ['nothing', serve(Buffer.alloc(0)), /sends an empty file/],
    ['only half of it', serve(PROGRAM.subarray(0, 200)), /another checksum/],
    ['half of it, and breaks off', halfAndCut, /broke off \(ECONNRESET\)/],
    ['nothing, and hangs up', (response) => response.destroy(), /cannot be reached, or broke off \(ECONNRESET\)/],
    ['404', (response) => response.writeHead(404).end('no'), /answers 404/],
    ['500', (response) => response.writeHead(500).end('<html>'), /answers 500/],
    ['a part', (response) => response.writeHead(206).end(PROGRAM), /answers 206/],
    ['more than it may', endless, /sends more than 1 MiB/],
    [
      'an announcement of more',
      (response) => response.writeHead(200, { 'content-length': 2 ** 40 }).end(),
      /more than 1 MiB/,
    ],
    ['no answer', () => undefined, /stopped sending/],
    ['a stall', (response) => response.writeHead(200, { 'content-length': 99 }).write('x'), /stopped sending/],
    ['circles', to('/again'), /leads in circles/],
    ['another host over http', to('http://localhost:1/x'), /leads on to an address that is not HTTPS/],
    ['a file of ours', to('file:///etc/passwd'), /not HTTPS/],
    ['a place that is none', to('http://'), /not HTTPS/],
  ])('is not there when the server gives %s, nor anything else', async (_what, answer, detail) => {
    plant(OTHER);
    server.answer = answer;
    const limits = { programBytes: 1024 ** 2, ...(detail.test('stopped sending') && { stallMs: 300 }) };
    const problem = { code: 'conversion.tool-missing', kind: 'unavailable', detail: expect.stringMatching(detail) };
    await expect(prepare({ limits })).rejects.toMatchObject(problem);
    expect(kept()).toEqual([]);
  });

  it('is not waited for without end, however steadily it drips', async () => {
    server.answer = (response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const slow = prepare({ limits: { stallMs: 60_000, downloadMs: 400 } });
    await expect(slow).rejects.toMatchObject({ detail: expect.stringContaining('took too long to send it') });
  });

  it('is found where the server leads', async () => {
    server.answer = (response, path) =>
      path === '/there'
        ? response.end(PROGRAM)
        : to(path === '/on' ? `${server.address}/there` : '/on')(response, path);
    await prepare();
    expect(server.asked).toEqual([`/${ASSET}`, '/on', '/there']);
  });

  it('is fetched through a proxy', async () => {
    const proxy = { HTTP_PROXY: server.address, NO_PROXY: '' };
    await prepare({ downloadFrom: 'http://mirror.invalid/v4', proxy });
    expect(server.asked).toEqual([`http://mirror.invalid/v4/${ASSET}`]);
  });

  it('needs an address, a folder and a machine it is made for', async () => {
    const problem = (detail: RegExp) => ({ code: 'conversion.tool-missing', detail: expect.stringMatching(detail) });
    await expect(prepare({ downloadFrom: 'nowhere' })).rejects.toMatchObject(problem(/KEPUBIFY_DOWNLOAD_URL is not/));
    await expect(prepare({ downloadFrom: 'http://127.0.0.1:1' })).rejects.toMatchObject(problem(/ECONNREFUSED/));
    await expect(prepare({ checksums: new Map() })).rejects.toMatchObject(problem(/There is no kepubify 4.0.4 for/));
    writeFileSync(join(root, 'file'), '');
    await expect(prepare({ folder: join(root, 'file') })).rejects.toMatchObject(problem(/DATA_DIR cannot be used/));
    expect(server.asked).toEqual([]);
  });

  it('tells nobody the word in an address', async () => {
    const downloadFrom = server.address.replace('//', '//ada:secret@');
    server.answer = (response) => response.writeHead(403).end();
    const failure = await prepare({ downloadFrom }).catch((error: unknown) => error);
    expect(JSON.stringify(failure) + String(failure)).not.toContain('secret');
    expect(failure).toMatchObject({ detail: expect.stringContaining('127.0.0.1') });
  });

  it('may be fetched by several at once, and all end well', async () => {
    plant(OTHER);
    server.answer = (response) => void setTimeout(() => response.end(PROGRAM), Math.random() * 50);
    await Promise.all(Array.from({ length: 6 }, () => prepare()));
    expect(readFileSync(place)).toEqual(PROGRAM);
    expect(kept()).toEqual([ASSET]);
  });

  it('is taken from another process that had better luck', async () => {
    server.answer = (response) => {
      plant(PROGRAM);
      response.writeHead(500).end();
    };
    await expect(prepare()).resolves.toMatchObject({ version: '4.0.4' });
  });

  it('leaves no draft for long that a killed process left', async () => {
    mkdirSync(dirname(place), { recursive: true });
    for (const name of ['old', 'new']) writeFileSync(`${place}.${name}.part`, '');
    utimesSync(`${place}.old.part`, 0, 0);
    await prepare();
    expect(kept().sort()).toEqual([ASSET, `${ASSET}.new.part`]);
  });

  it('is not fetched when it was called off, before or meanwhile', async () => {
    const reason = new Error('enough');
    await expect(prepare({}, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(server.asked).toEqual([]);
    const controller = new AbortController();
    server.answer = () => controller.abort(reason);
    await expect(prepare({}, controller.signal)).rejects.toBe(reason);
    expect(kept()).toEqual([]);
  });

  it('is found out when it does not run here', async () => {
    const broken = Buffer.from('#!/nowhere/at/all\n');
    server.answer = serve(broken);
    const failing = prepare({ checksums: new Map([[ASSET, sha256(broken)]]) });
    await expect(failing).rejects.toMatchObject({
      code: 'conversion.tool-missing',
      detail: expect.stringContaining('kepubify does not run here: it could not be started (ENOENT)'),
    });
  });
});

describe("The user's own program", () => {
  const own = (path: string, limits = {}) => prepare({ path, limits });

  it('is used as it is, and named by what it says and what it is', async () => {
    const path = await writeProgram(join(root, 'my kepubify'));
    const recipe = `kepubify-${sha256(PROGRAM).slice(0, 12)}`;
    await expect(own(path)).resolves.toMatchObject({ version: '4.0.4', recipe });
    symlinkSync(path, join(root, 'link'));
    await expect(own(join(root, 'link'))).resolves.toMatchObject({ version: '4.0.4', recipe });
    expect(server.asked).toEqual([]);
  });

  it.each([
    [`console.log('kepubify v5.0.0-beta.1')`, '5.0.0-beta.1'],
    [`console.log('kepubify v4-dev')`, '4-dev'],
    [`console.log('\\n  My own ' + 'tool '.repeat(100))`, `My own ${'tool '.repeat(10)}too`],
  ])('says its version by %s', async (says, version) => {
    const path = await writeProgram(join(root, 'own'), standIn(says));
    expect((await own(path)).version).toBe(version);
  });

  it.each<[string, (path: string) => unknown, RegExp]>([
    ['is not there', () => undefined, /names a file that is not there/],
    ['is a folder', (path) => mkdirSync(path), /must name the program itself/],
    ['may not be run', (path) => writeFileSync(path, PROGRAM, { mode: 0o644 }), /may not read and run .*EACCES/],
    ['is no program', (path) => writeFileSync(path, 'touch x', { mode: 0o755 }), /is no program/],
    ['is empty', (path) => writeFileSync(path, '', { mode: 0o755 }), /is no program/],
    ['says nothing', (path) => writeProgram(path, standIn('0')), /does not say which version/],
    ['fails', (path) => writeProgram(path, standIn('process.exit(3)')), /does not run here: it ended with 3/],
    ['hangs', (path) => writeProgram(path, standIn('setInterval(() => {}, 1000)')), /it took too long/],
  ])('is refused when it %s', async (what, make, detail) => {
    const path = join(root, 'own');
    await make(path);
    const problem = { code: 'conversion.tool-missing', detail: expect.stringMatching(detail) };
    const limits = what === 'hangs' ? { trialMs: 500 } : {};
    await expect(own(path, limits)).rejects.toMatchObject(problem);
    expect(readdirSync(root)).not.toContain('tools');
  });
});
