import { jpeg } from '../kobo/fake-server.js';
import { SUBJECTS } from './checks/index.js';
import type { Hands } from './hands.js';
import { Kit } from './kit.js';
import type { ModelRequest, Wrong } from './model/model-request.js';
import { ModelServer } from './model/model-server.js';
import { type CheckOutcome, runChecks } from './run-checks.js';
import { kindOf } from './sync-items.js';

type Answer = ReturnType<Wrong>;
type Json = Record<string, unknown>;
type Change = (answer: Answer, request: ModelRequest) => Partial<Answer> | undefined;

/** Another answer to one kind of request; `undefined` leaves the right one. */
const on =
  (method: string, path: RegExp, change: Change): Wrong =>
  (request, answer) =>
    request.method === method && path.test(request.path) ? { ...answer, ...change(answer, request) } : answer;

/** Other items in the answers of library/sync. */
const items = (change: (items: Json[], request: ModelRequest) => unknown[]): Wrong =>
  on('GET', /library\/sync/, ({ body, status }, request) =>
    status === undefined ? { body: change(body as Json[], request) } : undefined,
  );
const without = (kind: string): Wrong => items((all) => all.filter((item) => kindOf(item) !== kind));
/** The same JSON with one text in it replaced. */
const replaced = (value: unknown, from: string | RegExp, to: string): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(from, to));
const rewritten = (from: RegExp, to: string): Wrong => items((all) => replaced(all, from, to) as unknown[]);
const metadata =
  (from: RegExp, to: string): Wrong =>
  (request, answer) =>
    /sync|metadata$/.test(request.path) ? { ...answer, body: replaced(answer.body, from, to) } : answer;
const resources = (change: (map: Json, request: ModelRequest) => Json): Wrong =>
  on('GET', /initialization/, ({ body }, request) => ({
    body: { Resources: change((body as { Resources: Json }).Resources, request) },
  }));
const header = (answer: Answer, name: string, value: string) => ({ headers: { ...answer.headers, [name]: value } });
const lacking = (answer: Answer, name: string) => {
  const { [name]: _gone, ...headers } = answer.headers ?? {};
  return { headers };
};
const doingNothing = () => Promise.resolve();
const numbered = () => {
  let n = 0;
  return () => ++n;
};
const tokenOf = ({ headers }: ModelRequest) => headers['x-kobo-synctoken'];

/** What a server does wrong: another answer, hands that reach nothing, or both. Made anew for each run. */
type Fault = () => { wrong?: Wrong; hands?: Hands; with?: (server: ModelServer) => { wrong?: Wrong; hands?: Hands } };
const says =
  (wrong: Wrong): Fault =>
  () => ({ wrong });
const fails =
  (hands: Hands): Fault =>
  () => ({ hands });
const status = (method: string, path: RegExp, code: number): Fault => says(on(method, path, () => ({ status: code })));

const SIGN_IN: [string, string, Fault][] = [
  ['sign-in.device', 'creates a sign-in', status('POST', /auth\/device/, 201)],
  [
    'sign-in.device',
    'forgets the user key',
    says(on('POST', /auth/, ({ body }) => ({ body: { ...(body as Json), UserKey: '' } }))),
  ],
  [
    'sign-in.first',
    'wants a user key',
    says(on('POST', /auth/, (_, { body }) => (body.includes('UserKey') ? {} : { status: 400 }))),
  ],
  ['sign-in.refresh', 'renews nothing', status('POST', /refresh/, 404)],
  ['sign-in.no-right', 'lets everybody in', status('GET', /library\/sync/, 200)],
  ['sign-in.no-cookies', 'sets a cookie', says(on('GET', /profile/, (answer) => header(answer, 'set-cookie', 'a=1')))],
  [
    'initialization.shape',
    'adds a key',
    says(on('GET', /initialization/, ({ body }) => ({ body: { ...(body as Json), More: 1 } }))),
  ],
  [
    'initialization.shape',
    'has no API token',
    says(on('GET', /initialization/, (answer) => lacking(answer, 'x-kobo-apitoken'))),
  ],
  [
    'initialization.addresses',
    "leaves covers to the store's host",
    says(resources((map) => ({ ...map, image_host: '//cdn.kobo.com' }))),
  ],
  [
    'initialization.addresses',
    'escapes its braces',
    says(resources((map) => replaced(map, /\{ImageId\}/g, '%7BImageId%7D') as Json)),
  ],
  [
    'initialization.whole',
    'shortens its map',
    says(resources((map) => Object.fromEntries(Object.entries(map).slice(-100)))),
  ],
  ['initialization.whole', 'has flags that are no text', says(resources((map) => ({ ...map, use_one_store: true })))],
  [
    'initialization.port',
    'believes the Host header',
    says(resources((map, { headers }) => replaced(map, /127\.0\.0\.1:\d+/g, String(headers.host)) as Json)),
  ],
  [
    'initialization.forged',
    'believes any forwarded host',
    says(resources((map, { headers }) => ({ ...map, image_host: `https://${String(headers['x-forwarded-host'])}` }))),
  ],
  [
    'initialization.forwarded',
    'believes no proxy',
    () => ({ with: ({ base }) => ({ hands: { unconfigured: base } }) }),
  ],
  [
    'oidc.discovery',
    "leaves OAuth to the store's host",
    says(resources((map) => ({ ...map, oauth_host: 'https://oauth.kobo.com' }))),
  ],
  ['oidc.discovery', 'answers the discovery like anything', says(on('GET', /well-known/, () => ({ body: {} })))],
  ['oidc.authorize', 'shows a page', says(on('GET', /authorize/, () => ({ status: 200, body: {}, headers: {} })))],
  [
    'oidc.authorize',
    'forgets the state',
    says(
      on('GET', /authorize/, ({ headers }) => ({
        headers: { location: String(headers?.location).replace(/&state.*/, '') },
      })),
    ),
  ],
  [
    'oidc.elsewhere',
    'redirects anywhere',
    says(on('GET', /authorize/, () => ({ status: 302, headers: { location: 'https://evil.example' } }))),
  ],
  [
    'oidc.token',
    'has tokens without an end',
    says(on('POST', /token/, ({ body }) => ({ body: { ...(body as Json), expires_in: undefined } }))),
  ],
];

const SYNC: [string, string, Fault][] = [
  ['sync.list', 'answers with an object', says(on('GET', /library\/sync/, () => ({ body: {} })))],
  ['sync.list', 'gives no token', says(on('GET', /library\/sync/, (answer) => lacking(answer, 'x-kobo-synctoken')))],
  ['sync.list', 'puts two kinds into one item', says(items((all) => all.map((item) => ({ ...item, More: {} }))))],
  [
    'sync.few',
    'says that nothing follows',
    says(on('GET', /library\/sync/, (answer) => header(answer, 'x-kobo-sync', ''))),
  ],
  [
    'sync.nothing-new',
    'repeats itself',
    says(items((all, request) => (tokenOf(request) ? [{ DeletedTag: {} }] : all))),
  ],
  ['sync.empty', 'answers with null', says(items((all) => (all.length > 0 ? all : (null as never))))],
  [
    'sync.entitlements',
    'leaves a field out',
    says(items((all) => replaced(all, '"IsLocked":false,', '') as unknown[])),
  ],
  ['sync.entitlements', 'mixes its ids', says(rewritten(/"EntitlementId":"[^"]+"/g, '"EntitlementId":"other"'))],
  ['sync.dates', 'dates a book to the year 101', says(rewritten(/"Created":"\d+/g, '"Created":"0101'))],
  [
    'sync.headers',
    'has a token of five kilobytes',
    says(on('GET', /library\/sync/, (answer) => header(answer, 'x-kobo-synctoken', 'a'.repeat(5_000)))),
  ],
  [
    'sync.steady',
    'makes books available now',
    () => {
      const next = numbered();
      return { wrong: items((all) => replaced(all, /"From":"\d+/g, `"From":"${2_000 + next()}`) as unknown[]) };
    },
  ],
  ['sync.query', 'obeys the query', says(items((all, { path }) => (path.includes('NONE') ? [] : all)))],
  [
    'sync.damaged-tokens',
    'breaks at garbage',
    says(on('GET', /library\/sync/, (_, request) => (tokenOf(request) === 'garbage' ? { status: 500 } : {}))),
  ],
  [
    'sync.foreign-tokens',
    'takes any token with a dot for its own',
    says(items((all, request) => (tokenOf(request) === 'aaa.bbb' ? [] : all))),
  ],
  [
    'sync.others-token',
    "takes another device's token for its own",
    says(items((all, request) => (tokenOf(request) ? [] : all))),
  ],
  [
    'sync.replay',
    'counts what it answered as delivered',
    () => {
      const seen = new Set<unknown>();
      const again = (request: ModelRequest) => seen.size === seen.add(tokenOf(request)).size;
      return { wrong: items((all, request) => (again(request) ? all.slice(1) : all)) };
    },
  ],
  [
    'sync.stuck-token',
    'gives the same page for ever',
    () => {
      const pages = new Map<unknown, Answer>();
      return {
        wrong: on('GET', /library\/sync/, (answer, request) => {
          const key = tokenOf(request);
          if (!pages.has(key)) pages.set(key, answer);
          return pages.get(key);
        }),
      };
    },
  ],
  [
    'sync.at-once',
    'gives the second of two at once nothing',
    () => {
      const next = numbered();
      return {
        wrong: on('GET', /library\/sync/, (answer) =>
          next() === 2 ? { body: [], headers: { 'x-kobo-synctoken': 'x' } } : answer,
        ),
      };
    },
  ],
  [
    'sync.pages',
    'stops after the first page',
    says(on('GET', /library\/sync/, (answer) => lacking(answer, 'x-kobo-sync'))),
  ],
  [
    'sync.full-page',
    'lets an empty page follow',
    says(
      on('GET', /library\/sync/, (answer) =>
        (answer.body as unknown[]).length === 100 ? header(answer, 'x-kobo-sync', 'continue') : {},
      ),
    ),
  ],
  ['sync.full-page-and-more', 'loses what does not fit', says(without('ChangedEntitlement'))],
  [
    'sync.added-between-pages',
    'loses what comes meanwhile',
    says(items((all) => all.filter((item) => !JSON.stringify(item).includes('"Late"')))),
  ],
  [
    'sync.deleted-between-pages',
    'breaks on what went meanwhile',
    says(on('GET', /library\/sync/, (_, request) => (tokenOf(request) ? { status: 500 } : {}))),
  ],
  ['sync.many', 'loses one of each page', says(items((all) => all.slice(1)))],
  ['sync.unicode', 'knows one alphabet only', says(metadata(/执/g, '?'))],
];

const CHANGES: [string, string, Fault][] = [
  ['sync.added', 'tells twice', says(items((all) => [...all, ...all]))],
  ['sync.edited', 'does not tell', fails({ editBook: doingNothing })],
  ['sync.edited', 'has the old title', says(rewritten(/Renamed 执/g, 'First'))],
  ['sync.edited-gently', 'has it fetched again', says(rewritten(/ChangedProductMetadata/g, 'NewEntitlement'))],
  ['sync.new-file', 'does not tell', fails({ replaceFile: doingNothing })],
  [
    'sync.new-file',
    'has nothing fetched',
    says(
      items((all, request) =>
        tokenOf(request) ? (replaced(all, /NewEntitlement/g, 'ChangedProductMetadata') as unknown[]) : all,
      ),
    ),
  ],
  [
    'sync.new-cover',
    'has one id for all covers',
    says(metadata(/"CoverImageId":"([^"]{36})[^"]*"/g, '"CoverImageId":"$1"')),
  ],
  ['sync.withheld', 'leaves it there', says(without('ChangedEntitlement'))],
  ['sync.withheld', 'cannot bring it back', fails({ offer: doingNothing })],
  ['sync.deleted', 'removes without a title', says(rewritten(/"Title":"[^"]+"/g, '"Title":""'))],
  ['sync.deleted', 'does not say removed', says(rewritten(/"IsRemoved":true/g, '"IsRemoved":false'))],
  ['sync.deleted-unseen', 'tells of what went', fails({ deleteBook: doingNothing })],
  [
    'sync.second-device',
    'keeps one account for all devices',
    () => {
      const seen = new Set<unknown>();
      return {
        wrong: items((all, { device }) =>
          (tokenOf({ headers: {} } as never) ?? seen.add(device).size > 1) ? [] : all,
        ),
      };
    },
  ],
  ['sync.two-readers', 'shares collections', says(items((all) => [...all, { NewTag: { Tag: { Id: 'everybodys' } } }]))],
  ['sync.resync', 'sends nothing again', fails({ resync: doingNothing })],
  ['sync.resync', 'sends no states', says(rewritten(/"Reading"/g, '"ReadyToRead"'))],
  [
    'sync.converting',
    'forgets the book',
    fails({ addUnready: () => Promise.resolve({ finish: () => Promise.resolve('forgotten') }) }),
  ],
  ['sync.shelves-only', 'sends everything all the same', fails({ choose: doingNothing })],
];

const BOOKS: [string, string, Fault][] = [
  [
    'metadata.list-of-one',
    'answers with an object',
    says(on('GET', /metadata$/, ({ body }) => ({ body: (body as Json[])[0] }))),
  ],
  [
    'metadata.downloads',
    'sends devices elsewhere',
    says(metadata(/"Url":"[^"]+"/g, '"Url":"http://elsewhere.example/file"')),
  ],
  [
    'metadata.unknown',
    'shows a page',
    says(on('GET', /metadata$/, () => ({ status: 404, headers: { 'content-type': 'text/html' } }))),
  ],
  ['metadata.series', 'takes 0 for nothing', says(metadata(/,"Number":0,"NumberFloat":0/g, ''))],
  ['metadata.languages', 'has three letters', says(metadata(/"Language":"nb"/g, '"Language":"nob"'))],
  ['metadata.bare', 'invents an author', says(metadata(/"Contributors":\[\]/g, '"Contributors":["Unknown"]'))],
  [
    'downloads.whole',
    'calls it .epub',
    says(
      on('GET', /file$/, ({ headers }) => ({ headers: replaced(headers, /\.kepub/g, '') as Record<string, string> })),
    ),
  ],
  [
    'downloads.whole',
    'says it is something',
    says(on('GET', /file$/, (answer) => header(answer, 'content-type', 'application/octet-stream'))),
  ],
  [
    'downloads.kepub',
    'has one name only',
    says(on('GET', /file$/, (answer) => header(answer, 'content-disposition', 'attachment; filename="a.kepub.epub"'))),
  ],
  ['downloads.fixed-layout', 'converts fixed pages', says(metadata(/EPUB3FL/g, 'KEPUB'))],
  [
    'downloads.head',
    'has another length for HEAD',
    says(on('HEAD', /file$/, (answer) => header(answer, 'content-length', '1'))),
  ],
  ['downloads.range', 'knows no ranges', says(on('GET', /file$/, () => ({ status: 200 })))],
  ['downloads.range-beyond', 'gives what is not there', status('GET', /file$/, 206)],
  [
    'downloads.range-stale',
    'does not ask for what',
    says(on('GET', /file$/, (_, { headers }) => (headers['if-range'] ? { status: 206 } : {}))),
  ],
  ['downloads.range-of-another', 'takes any file for the other', status('GET', /file$/, 206)],
  ['downloads.others', 'gives books to anybody', status('GET', /file$/, 200)],
  [
    'downloads.at-once',
    'mixes files up',
    () => {
      const next = numbered();
      const first: Answer[] = [];
      return { wrong: on('GET', /file$/, (answer) => (first.push(answer), next() > 3 ? first[0] : answer)) };
    },
  ],
  ['covers.library', 'makes progressive JPEGs', says(on('GET', /thumbnail/, () => ({ body: jpeg({ frame: 0xc2 }) })))],
  [
    'covers.library',
    'says WebP',
    says(on('GET', /thumbnail/, (answer) => header(answer, 'content-type', 'image/webp'))),
  ],
  ['covers.sizes', 'has one size', says(on('GET', /thumbnail/, () => ({ body: jpeg({ width: 400, height: 600 }) })))],
  ['covers.grey', 'knows two words for grey', status('GET', /isGreyscale/, 404)],
  ['covers.no-size', 'breaks', status('GET', /abc\/def/, 500)],
  ['covers.unknown', 'breaks', status('GET', /thumbnail/, 500)],
  [
    'covers.cached',
    'sends it again',
    says(on('GET', /thumbnail/, ({ status: code }) => (code === 304 ? { status: 200, body: jpeg({}) } : {}))),
  ],
  [
    'covers.any-source',
    'leaves CMYK as it is',
    says(on('GET', /thumbnail/, () => ({ body: jpeg({ components: 4 }) }))),
  ],
  [
    'covers.any-source',
    'enlarges',
    says(on('GET', /thumbnail/, () => ({ body: jpeg({ width: 1264, height: 1680 }) }))),
  ],
];

const state = (from: RegExp, to: string): Fault =>
  says(on('GET', /state$/, ({ body }) => ({ body: replaced(body, from, to) })));

const STATES: [string, string, Fault][] = [
  ['state.unread', 'has read it', state(/ReadyToRead/g, 'Finished')],
  [
    'state.taken',
    'fails',
    says(
      on('PUT', /state$/, ({ body }) => ({ body: replaced(body, /\{"Result":"Success"\}/g, '{"Result":"Failure"}') })),
    ),
  ],
  [
    'state.kept',
    'writes fractions',
    says(
      on('GET', /state$/, ({ body, headers }) => ({
        body: Buffer.from(JSON.stringify(body).replace('"ProgressPercent":34', '"ProgressPercent":34.0')),
        headers: { ...headers, 'content-type': 'application/json' },
      })),
    ),
  ],
  ['state.kept', 'loses the place', state(/"Location":\{[^}]*\}/g, '"Location":null')],
  [
    'state.no-echo',
    'echoes',
    () => {
      let told: string | undefined;
      return {
        wrong: (request, answer) => {
          if (request.method === 'PUT') told = /library\/([^/]+)/.exec(request.path)?.[1];
          const echo = { ChangedReadingState: { ReadingState: { EntitlementId: told } } };
          return told && request.path.includes('sync') ? { ...answer, body: [...(answer.body as []), echo] } : answer;
        },
      };
    },
  ],
  ['state.other-device', 'keeps it to itself', says(without('ChangedReadingState'))],
  [
    'state.page',
    'stops after a page',
    says(on('GET', /library\/sync/, (answer, request) => (tokenOf(request) ? lacking(answer, 'x-kobo-sync') : {}))),
  ],
  ['state.unknown-book', 'refuses', status('PUT', /state$/, 404)],
  [
    'state.finished',
    'wants a bookmark',
    says(on('PUT', /state$/, (_, { body }) => (body.includes('CurrentBookmark') ? {} : { status: 400 }))),
  ],
  ['state.finished', 'does not believe it', state(/Finished/g, 'Reading')],
  ['state.finished-whole', 'stays where it was', state(/"ProgressPercent":100/g, '"ProgressPercent":34')],
  [
    'state.no-location',
    'forgets the place',
    () => {
      const next = numbered();
      return {
        wrong: on('GET', /state$/, ({ body }) => ({
          body: next() > 1 ? replaced(body, /"Location":\{[^}]*\}/g, '"Location":null') : body,
        })),
      };
    },
  ],
  ['state.zero', 'takes 0 for nothing', state(/"ProgressPercent":0,?/g, '')],
  ['state.older', 'believes the last', state(/"ProgressPercent":34/g, '"ProgressPercent":1')],
  [
    'state.number-in-quotes',
    'wants numbers',
    says(on('PUT', /state$/, (_, { body }) => (body.includes('"40"') ? { status: 400 } : {}))),
  ],
  [
    'state.nonsense',
    'breaks',
    says(on('PUT', /state$/, (_, { body }) => (body.includes('Nijik') ? { status: 500 } : {}))),
  ],
];

const TAGS: [string, string, Fault][] = [
  ['tags.made', 'says 200', status('POST', /tags$/, 200)],
  ['tags.made', 'answers with an object', says(on('POST', /tags$/, ({ body }) => ({ body: { Id: body } })))],
  [
    'tags.same-name',
    'makes another one',
    () => {
      const next = numbered();
      return { wrong: on('POST', /tags$/, ({ body }) => (next() > 1 ? { body: 'another' } : { body })) };
    },
  ],
  [
    'tags.odd-items',
    'refuses',
    says(on('POST', /tags$/, (_, { body }) => (body.includes('nonsense') ? { status: 400 } : {}))),
  ],
  ['tags.nameless', 'calls it nothing', says(on('POST', /tags$/, () => ({ status: 201, body: 'id' })))],
  [
    'tags.no-id',
    'deletes all',
    says(on('DELETE', /tags$/, (_, { device }) => (device.account.shelves.clear(), { status: 200 }))),
  ],
  ['tags.renamed', 'cannot', status('PUT', /tags/, 404)],
  ['tags.items', 'minds the capital', status('POST', /Items/, 404)],
  ['tags.items', 'takes nothing out', status('POST', /delete$/, 404)],
  ['tags.unknown', 'breaks', status('PUT', /tags/, 500)],
  ['tags.unknown', 'does not drop it', says(without('DeletedTag'))],
  ['tags.removed', 'leaves it there', says(on('DELETE', /tags/, () => ({ status: 404 })))],
  [
    'tags.others',
    'lets anybody',
    () => ({
      with: ({ accounts }) => ({
        wrong: on('DELETE', /tags\/(.+)/, (_, { path }) => {
          const id = path.split('/').at(-1) ?? '';
          const owners = [...accounts.devices.values()].map(({ account }) => account);
          for (const { shelves } of owners) shelves.delete(id);
          return {};
        }),
      }),
    }),
  ],
  ['shelves.new', 'does not tell', says(without('NewTag'))],
  ['shelves.new', 'tells of no books', says(rewritten(/"Items":\[[^\]]*\]/g, '"Items":[]'))],
  [
    'shelves.large',
    'cuts it off',
    says(
      items((all) =>
        all.map((item) => {
          const tag = (Object.values(item)[0] as { Tag?: { Items: unknown[] } }).Tag;
          if (tag) tag.Items = tag.Items.slice(0, 100);
          return item;
        }),
      ),
    ),
  ],
  ['shelves.removed', 'does not tell', says(without('DeletedTag'))],
  ['deletions.kept', 'says more than is wanted', says(on('DELETE', /library/, () => ({ status: 200, body: {} })))],
  [
    'deletions.kept',
    'sends it again at once',
    says(on('DELETE', /library/, (_, { device }) => ((device.epoch += 1), device.withheld.clear(), {}))),
  ],
  ['deletions.kept', 'deletes the file', fails({ stillHas: () => Promise.resolve(false) })],
  ['deletions.unknown', 'refuses', status('DELETE', /library/, 404)],
];

const ELSE: [string, string, Fault][] = [
  ['else.profile', 'has an empty profile', says(on('GET', /profile/, () => ({ body: undefined })))],
  ['else.benefits', 'has none', says(on('GET', /benefits/, () => ({ body: {} })))],
  ['else.tests', 'takes POST only', status('GET', /gettests/, 404)],
  ['else.events', 'cannot take much', status('POST', /event/, 413)],
  ['else.raw-query', 'minds brackets', says(on('GET', /\[/, () => ({ status: 400 })))],
  ['else.store', 'has no deals', status('GET', /deals/, 404)],
  ['else.unknown', 'knows what it does not know', status('PATCH', /not\/exist/, 405)],
  ['else.base', 'has nothing at its base', status('GET', /^\/?$/, 404)],
  [
    'else.gzip',
    'compresses otherwise',
    says(on('GET', /initialization/, (answer) => header(answer, 'content-encoding', 'br'))),
  ],
  ['annotations.changes', 'knows nothing', status('POST', /checkforchanges/, 404)],
  [
    'annotations.kept',
    'has an empty list',
    says(on('GET', /annotations/, () => ({ body: { annotations: [], nextPageOffsetToken: null } }))),
  ],
  ['annotations.private', 'shows all', says(on('GET', /annotations/, () => ({ status: 200 })))],
  [
    'strangers.refused',
    'says not found',
    says((request, answer) => (request.device ? answer : { ...answer, status: 404 })),
  ],
  [
    'strangers.refused',
    'says why, at length',
    says((request, answer) => (request.device ? answer : { ...answer, body: { Resources: {} } })),
  ],
  [
    'strangers.flood',
    'locks everybody out',
    () => {
      const next = numbered();
      let bad = 0;
      return {
        wrong: (request, answer) =>
          request.device ? (bad >= 20 ? { status: 429, body: {} } : answer) : ((bad = next()), answer),
      };
    },
  ],
];

const FAULTS = [...SIGN_IN, ...SYNC, ...CHANGES, ...BOOKS, ...STATES, ...TAGS, ...ELSE];

describe('a server with one fault', () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await new ModelServer().open();
  });
  afterEach(() => server.close());

  async function outcomeOf(id: string, fault: Fault): Promise<CheckOutcome | undefined> {
    const { with: made, ...plain } = fault();
    const { wrong, hands } = { ...plain, ...made?.(server) };
    if (wrong) server.wrong = wrong;
    const kit = new Kit({ base: server.base, hands: { ...server.hands, ...hands }, write: true });
    return (await runChecks(kit, { only: id })).find(({ check }) => check.id === id);
  }

  it.each(FAULTS)('fails %s: it %s', async (id, _what, fault) => {
    const outcome = await outcomeOf(id, fault);
    require('fs').appendFileSync(
      '/tmp/wrongs.txt',
      JSON.stringify([id, _what, (outcome as any).expected, String((outcome as any).came).slice(0, 120)]) + '\n',
    );
    expect(outcome).toMatchObject({ state: 'failed' });
  });

  it('is thought of for every check', () => {
    const ids = SUBJECTS.flatMap(({ checks }) => checks.map(({ id }) => id));
    expect(ids.filter((id) => !FAULTS.some(([faulty]) => faulty === id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
