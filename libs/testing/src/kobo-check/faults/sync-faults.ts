import type { ModelRequest } from '../model/model-request.js';
import {
  type Answer,
  type FaultRow,
  on,
  items,
  without,
  replaced,
  rewritten,
  metadata,
  header,
  lacking,
  numbered,
  tokenOf,
  says,
} from './fault.js';

/** Wrong pages and tokens. */
export const SYNC_FAULTS: FaultRow[] = [
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
      const pages = new Map<string, Answer>();
      return {
        wrong: on('GET', /library\/sync/, (answer, request) => {
          const key = `${request.device.token} ${String(tokenOf(request))}`;
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
      const seen = new Set<unknown>();
      return {
        wrong: on('GET', /library\/sync/, (answer, { device }) =>
          seen.size === seen.add(device).size ? { body: [], headers: { 'x-kobo-synctoken': 'x' } } : answer,
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
