import {
  type FaultRow,
  items,
  without,
  replaced,
  rewritten,
  metadata,
  doingNothing,
  tokenOf,
  says,
  fails,
} from './fault.js';

/** Changes that are told wrongly. */
export const CHANGE_FAULTS: FaultRow[] = [
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
        wrong: items((all, { device }) => (seen.add(device).size > 1 ? [] : all)),
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
