import { request } from 'node:http';
import { type House, startHouse } from './house.js';
import { booksTitled, brief, type PairedKobo, pairKobo, readyBooks } from './paired-kobo.js';

const TITLES = ['A', 'B', 'C', 'D', 'E'];

let house: House;
let device: PairedKobo;
let book: string;

beforeAll(async () => {
  house = await startHouse('postgres', booksTitled(...TITLES), { KOBO_PAGE_SIZE: '2' });
  [book] = (await readyBooks(house, ...TITLES)) as [string];
  device = await pairKobo(house);
});
afterAll(() => house?.close());

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A request whose path goes out as it stands: fetch would put it right. Below the device's address unless it begins with "/kobo". */
function raw(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Raw> {
  const { hostname, port, pathname } = new URL(device.base);
  const whole = path.startsWith('/kobo') ? path : pathname + path;
  const length: Record<string, string> = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
  return new Promise((resolve, reject) => {
    const call = request(
      { agent: false, hostname, port, method, path: whole, headers: { ...length, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode!,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
        answer.on('error', reject);
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** What no answer to a device may be: a page, a problem document, a fault of ours, or one with a cookie. */
function expectPolite({ status, headers, text }: Raw): void {
  expect(status).toBeLessThan(500);
  expect(headers['set-cookie']).toBeUndefined();
  expect(String(headers['content-type'] ?? '')).not.toMatch(/html|problem/);
  expect(text).not.toMatch(/<html|<!doctype|"type":"\/problems|"stack"/i);
  if (/json/.test(String(headers['content-type'])) && text !== '') JSON.parse(text);
}

const stranger = (path: string) => `/kobo/${'x'.repeat(43)}${path}`;

describe('any answer to a device', () => {
  const ROUTES = [
    '',
    '/',
    '/v1/initialization',
    '/v1/library/sync',
    '/v1/library/tags',
    '/v1/library/tags/x',
    '/v1/library/tags/x/items',
    '/v1/library/x',
    '/v1/library/x/state',
    '/v1/library/x/metadata',
    '/v1/books/x/file/kepub',
    '/v1/books/x/thumbnail/1/1/false/image.jpg',
    '/v1/auth/device',
    '/oauth/token',
    '/oauth/authorize',
    '/no/such/thing',
  ];

  it.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    'to %s is polite, whatever it asks',
    async (method) => {
      for (const path of ROUTES) {
        const answer = await raw(method, path);
        expectPolite(answer);
        if (method === 'HEAD') expect([path, answer.text]).toEqual([path, '']);
      }
    },
  );

  it.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    'to %s of a stranger is a refusal',
    async (method) => {
      for (const path of ROUTES) {
        const answer = await raw(method, stranger(path));
        expectPolite(answer);
        expect([path, answer.status]).toEqual([path, 401]);
        expect(['', '{}']).toContain(answer.text);
      }
    },
  );

  it.each([
    ['nothing', ''],
    ['no JSON', 'no JSON {'],
    ['a list', '[{}]'],
    ['a word', '"text"'],
    ['a number', '5'],
    ['null', 'null'],
    ['JSON without end', '{"a":'.repeat(20_000)],
    ['nothing that can be read', '\u0000'],
  ])('to a body of %s is polite', async (_what, body) => {
    for (const path of ROUTES)
      for (const method of ['POST', 'PUT', 'DELETE'])
        for (const type of ['application/json', 'text/plain', 'multipart/form-data', 'nonsense'])
          expectPolite(await raw(method, path, body, { 'content-type': type }));
  });

  it('to a huge body is polite, and others are answered meanwhile', async () => {
    const huge = JSON.stringify({ Name: 'x'.repeat(6 * 1024 * 1024) });
    for (const path of ['/v1/library/tags', '/v1/library/x/state', '/v1/analytics/event', '/no/such/thing']) {
      const { status, headers, body } = await device.http.call(path.endsWith('state') ? 'PUT' : 'POST', path, huge);
      expectPolite({ status, headers: Object.fromEntries(headers), text: JSON.stringify(body) });
      expect([path, status < 300 || status === 413]).toEqual([path, true]);
    }
    expect((await device.http.get('/v1/library/sync')).status).toBe(200);
  });
});

describe('a token in the path', () => {
  it.each<[string, string]>([
    ['of 8 KB', 'a'.repeat(8_000)],
    ['of 600 letters', 'a'.repeat(600)],
    ['that is empty', ''],
    ['with a slash', 'a%2Fb'],
    ['with dots', '..%2f..%2fapi'],
    ['that is dots', '%2e%2e'],
    ['that cannot be decoded', '%E0%A4%A'],
    ['that is half a letter', '%C3'],
    ['with nothing in it', '%00'],
    ['that is SQL', "'%20or%201=1--"],
    ['that is an id', '00000000-0000-4000-8000-000000000000'],
  ])('%s opens nothing', async (_what, token) => {
    const answer = await raw('GET', `/kobo/${token}/v1/library/sync`);
    expectPolite(answer);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(['', '{}']).toContain(answer.text);
  });

  it('of a device that is gone, or written otherwise, opens nothing', async () => {
    const lost = await pairKobo(house);
    expect((await lost.http.get('/v1/library/sync')).status).toBe(200);
    await house.admin.delete(`/api/devices/${lost.id}`);
    const token = device.base.split('/').at(-1)!;
    const bases = [
      lost.base,
      `${device.base}x`,
      device.base.slice(0, -1),
      device.base.replace(token, token.toUpperCase()),
    ];
    for (const base of bases) {
      const { status } = await fetch(`${base}/v1/library/sync`);
      expect(status).toBe(401);
    }
  });

  it('that is wrong three hundred times stops nobody who has a right one', async () => {
    const wrong = Array.from({ length: 300 }, (_, n) => raw('GET', `/kobo/wrong-${n}/v1/library/sync`));
    expect(new Set((await Promise.all(wrong)).map(({ status }) => status))).toEqual(new Set([401]));
    expect((await device.http.get('/v1/library/sync')).status).toBe(200);
  });
});

describe('a sync token', () => {
  const everything = async (token: string) => {
    const { http, line } = await pairKobo(house);
    const { status, body, headers } = await http.get('/v1/library/sync', { 'x-kobo-synctoken': token });
    expect([status, body.length, headers.get('x-kobo-sync')]).toEqual([200, 2, 'continue']);
    expect(headers.get('x-kobo-synctoken')!.length).toBeLessThan(200);
    return line;
  };

  it.each<[string, string]>([
    ['of 8 KB', 'a'.repeat(8_000)],
    ['of ours that was cut', 'oct2.'],
    ['of ours for nobody', 'oct2.AAAAAAAA.1.e9'],
    ['of ours with numbers beyond all measure', 'oct2.AAAAAAAA.zzzzzzzzzzz.ezzzzzzzzzzz'],
    ['that is JSON', '{"a":1}'],
    ['that is base64 of JSON without end', Buffer.from('['.repeat(3_000)).toString('base64')],
    ['of two halves', 'e30=.e30='],
    ['with letters of any kind', Buffer.from('é\u00ff\u00a0', 'latin1').toString('latin1')],
  ])('%s is none: everything is told', async (_what, token) => {
    await everything(token);
  });

  it('of another device is none', async () => {
    const other = await pairKobo(house);
    await other.line.sync();
    await everything(other.line.token!);
  });

  it('that says more than ever was is none', async () => {
    const { http, line } = await pairKobo(house);
    await line.sync();
    const [start, tag, , at] = line.token!.split('.');
    for (const token of [`${start}.${tag}.1.ezzzz`, `${start}.${tag}.2.${at}`, `${start}.${tag}.1.bzz-zz-zz`]) {
      const { body } = await http.get('/v1/library/sync', { 'x-kobo-synctoken': token });
      expect([token, body.length]).toEqual([token, 2]);
    }
  });

  it('sent by two requests at once is answered twice alike, and the sync goes on', async () => {
    const { http, line } = await pairKobo(house);
    await line.page();
    const headers = { 'x-kobo-synctoken': line.token! };
    const answers = await Promise.all(Array.from({ length: 6 }, () => http.get('/v1/library/sync', headers)));
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]!.body]);
    const rest = (await line.sync()).map(brief);
    expect(new Set(rest).size).toBe(3);
    expect(await line.sync()).toEqual([]);
  });

  it('that is repeated though more is to come does not get the same page for ever', async () => {
    const { http } = await pairKobo(house);
    const told = new Set<string>();
    for (let again = 0; again < 12; again++)
      for (const item of (await http.get('/v1/library/sync')).body) told.add(brief(item));
    expect(told.size).toBe(TITLES.length);
  });
});

describe('an id in a path', () => {
  const IDS = [
    '..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f%2e%2e',
    '..',
    '%2F',
    'a%2Fb%2Fc',
    '%00',
    '%25',
    '%E0%A4%A',
    "'%20or%201=1--",
    'x'.repeat(600),
    '[{"Key":"x"}]',
    '{}',
    '%7B%7D',
    '执',
    '-1',
    '1e9',
    'null',
    '__proto__',
    'constructor',
  ];
  const AROUND: [string, string, string][] = [
    ['GET', '/v1/library/', '/metadata'],
    ['GET', '/v1/library/', '/state'],
    ['PUT', '/v1/library/', '/state'],
    ['DELETE', '/v1/library/', ''],
    ['GET', '/v1/books/', '/file/kepub'],
    ['GET', `/v1/books/${'00000000-0000-4000-8000-000000000000'}/file/`, ''],
    ['GET', '/v1/books/', '/thumbnail/1/1/false/image.jpg'],
    ['GET', '/v1/books/x/thumbnail/', '/image.jpg'],
    ['PUT', '/v1/library/tags/', ''],
    ['DELETE', '/v1/library/tags/', ''],
    ['POST', '/v1/library/tags/', '/items'],
  ];

  it.each(AROUND)('of %s %s…%s leads nowhere it should not', async (method, before, after) => {
    for (const id of IDS) {
      const path = Buffer.from(`${before}${id}${after}`, 'utf8').toString('latin1');
      const answer = await raw(method, path, '{"Name":"x","Items":[],"ReadingStates":[]}');
      expectPolite(answer);
      expect(answer.text).not.toContain('root:');
    }
  });

  it('of a book opens its file whole or in part, and nothing else', async () => {
    for (const path of ['file/../../../api/books', 'file/kepub/../../x', 'file/epub', 'file/nonsense', 'file/']) {
      const answer = await raw('GET', `/v1/books/${book}/${path}`);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    for (const range of [
      'bytes=-',
      'bytes=5-1',
      'bytes=a-b',
      `bytes=${'0-1,'.repeat(2_000)}`,
      'bytes=99999999999999999999-',
      'x',
    ])
      expect((await raw('GET', `/v1/books/${book}/file/kepub`, undefined, { range })).status).toBeLessThan(500);
  });
});

it('after all that the device still gets its books, once each', async () => {
  const { kobo } = await pairKobo(house);
  const run = await kobo.sync();
  expect([run.completed, run.items.filter(({ kind }) => kind === 'NewEntitlement').length]).toEqual([
    true,
    TITLES.length,
  ]);
  expect([kobo.titles, kobo.violations]).toEqual([TITLES, []]);
  expect((await kobo.sync()).items).toEqual([]);
});
