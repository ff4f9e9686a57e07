import { SYNC_HEADER } from '@octavo/kobo';
import { check } from '../check.js';
import { equal, fits, holds } from '../expectation.js';
import { headerBytes } from '../http-call.js';
import { entitlementOf, field, idOf, kindOf, ofBooks, ofKind } from '../sync-items.js';
import { Entitlement, Metadata } from '../wire-schemas.js';

const MOST_HEADER_BYTES = 4_096;
const A_FEW = 4;
const DATE_NAME = /^(?:Created|LastModified|From|PublicationDate|PriorityTimestamp|LastTime\w+)$/;
const DATE = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** What a device is told that knows nothing yet. */
export const SYNC_FIRST = [
  check({
    id: 'sync.list',
    level: 'must',
    title: 'The first sync is a list of objects with one key each, its books all new, with a token',
    async run(kit) {
      const { items, token } = await kit.at(kit.base).page();
      const odd = items.filter((item) => Object.keys(Object(item) as object).length !== 1);
      equal(odd, [], 'items with no key or several');
      const kinds = [...new Set(ofBooks(items).map(kindOf))];
      holds(
        kinds.every((kind) => kind === 'NewEntitlement'),
        'books as NewEntitlement',
        kinds,
      );
      holds(token, 'a token', 'none');
    },
  }),
  check({
    id: 'sync.few',
    level: 'must',
    title: 'Four books are four items on one page, which says nothing of a next one',
    needs: ['reader'],
    async run(kit) {
      const { items, token, answer } = await kit.at(await kit.hands.reader(A_FEW)).page();
      equal(items.map(kindOf), Array<string>(A_FEW).fill('NewEntitlement'), 'the items');
      holds(token, 'a token', 'none');
      equal(answer.headers.get(SYNC_HEADER), null, `the header ${SYNC_HEADER}`);
    },
  }),
  check({
    id: 'sync.nothing-new',
    level: 'must',
    title: 'Who comes back with the last token is told nothing twice',
    async run(kit) {
      const device = kit.at(kit.base);
      await device.sync();
      const { items, token, more } = await device.page(device.token);
      equal([items, more], [[], false], 'the items, and whether there are more');
      holds(token, 'a token', 'none');
    },
  }),
  check({
    id: 'sync.empty',
    level: 'must',
    title: 'An empty library is an empty list with a token',
    needs: ['reader'],
    async run(kit) {
      const { items, token, more } = await kit.at(await kit.hands.reader(0)).page();
      equal([items, more], [[], false], 'the items, and whether there are more');
      holds(token, 'a token', 'none');
    },
  }),
  check({
    id: 'sync.entitlements',
    level: 'must',
    title: 'Entitlements have all their fields, and the ids of their metadata',
    async run(kit) {
      await kit.someBook();
      for (const { entitlement, metadata } of (await kit.library()).values()) {
        const { Id, RevisionId } = fits(entitlement, Entitlement, 'an entitlement');
        const { EntitlementId, RevisionId: revision } = fits(metadata, Metadata, 'the metadata of a new book');
        equal([EntitlementId, revision], [Id, RevisionId], 'the ids in the metadata');
      }
    },
  }),
  check({
    id: 'sync.dates',
    level: 'must',
    title: 'Every date is UTC, and of a year that was',
    async run(kit) {
      const odd = (await kit.at(kit.base).sync()).flatMap(datesIn).filter((date) => !DATE.test(date));
      equal(odd, [], 'dates of another form');
    },
  }),
  check({
    id: 'sync.headers',
    level: 'must',
    title: 'The headers fit into a page of a proxy',
    async run(kit) {
      const size = headerBytes((await kit.at(kit.base).page()).answer);
      holds(size < MOST_HEADER_BYTES, `fewer than ${MOST_HEADER_BYTES} bytes of headers`, size);
      return `${size} bytes`;
    },
  }),
  check({
    id: 'sync.steady',
    level: 'should',
    title: 'A book that did not change is available since the same time in two whole syncs',
    async run(kit) {
      await kit.someBook();
      const since = async () => {
        const items = ofKind(await kit.at(kit.base).sync(), 'NewEntitlement');
        return items.map((item) => [idOf(item), field(entitlementOf(item), 'ActivePeriod.From')]);
      };
      equal(await since(), await since(), 'the times');
    },
  }),
  check({
    id: 'sync.query',
    level: 'should',
    title: 'The query makes no difference',
    async run(kit) {
      const device = kit.at(kit.base);
      const { items } = await device.page();
      for (const query of ['', '?filter=all&downloadurlfilter=generic', '?Filter=NONE']) {
        const other = await device.page(undefined, `/v1/library/sync${query}`);
        equal(other.items.map(idOf), items.map(idOf), `the items with the query "${query}"`);
      }
    },
  }),
];

function datesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    DATE_NAME.test(name) && typeof inner === 'string' ? [inner] : datesIn(inner),
  );
}
