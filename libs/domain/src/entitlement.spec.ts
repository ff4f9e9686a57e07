import fc from 'fast-check';
import { changesFor, positionAfter, type Change, type Entitlement, type SyncPosition } from './entitlement.js';

const entitlement = (fields: Partial<Entitlement>): Entitlement => ({
  grantedAt: 1,
  firstGrantedAt: 1,
  fileAt: 1,
  metadataAt: 1,
  stateAt: 1,
  changedAt: 1,
  revoked: false,
  ...fields,
});

describe('what a device is told of an entitlement', () => {
  it.each<[string, Partial<Entitlement>, SyncPosition, number, Change[]]>([
    ['granted after its last sync', { grantedAt: 5 }, { since: 4, cursor: 4 }, 4, ['new']],
    ['file changed', { fileAt: 5 }, { since: 4, cursor: 4 }, 4, ['new']],
    ['metadata changed', { metadataAt: 5 }, { since: 4, cursor: 4 }, 4, ['metadata']],
    ['state changed', { stateAt: 5 }, { since: 4, cursor: 4 }, 4, ['reading-state']],
    ['both', { metadataAt: 5, stateAt: 6 }, { since: 4, cursor: 4 }, 4, ['metadata', 'reading-state']],
    ['delivered and changed within one sync', { grantedAt: 5, metadataAt: 9 }, { since: 4, cursor: 7 }, 9, ['new']],
    ['revoked', { revoked: true }, { since: 4, cursor: 4 }, 4, ['removed']],
    ['granted and revoked before any answer', { firstGrantedAt: 5, revoked: true }, { since: 4, cursor: 4 }, 4, []],
    [
      'revoked after an answer that may be lost',
      { firstGrantedAt: 5, revoked: true },
      { since: 4, cursor: 4 },
      6,
      ['removed'],
    ],
  ])('%s', (_name, fields, position, offered, expected) => {
    expect(changesFor(entitlement(fields), position, offered)).toEqual(expected);
  });
});

/** The server's side of one device: the line, as the database keeps it. */
class Line {
  version = 0;
  offered = 0;
  readonly entitlements = new Map<string, Entitlement & { content: number }>();

  grant(book: string) {
    const known = this.entitlements.get(book);
    if (known && !known.revoked) return;
    const at = ++this.version;
    const all = { grantedAt: at, fileAt: at, metadataAt: at, stateAt: at, changedAt: at };
    this.entitlements.set(book, { ...all, firstGrantedAt: known?.firstGrantedAt ?? at, revoked: false, content: at });
  }

  touch(book: string, field: 'fileAt' | 'metadataAt' | 'stateAt') {
    const known = this.entitlements.get(book);
    if (!known || known.revoked) return;
    const at = ++this.version;
    this.entitlements.set(book, { ...known, [field]: at, changedAt: at, content: at });
  }

  revoke(book: string) {
    const known = this.entitlements.get(book);
    if (!known || known.revoked) return;
    this.entitlements.set(book, { ...known, revoked: true, changedAt: ++this.version });
  }

  page(position: SyncPosition, limit: number) {
    const rows = [...this.entitlements]
      .filter(([, e]) => e.changedAt > position.cursor)
      .sort(([, a], [, b]) => a.changedAt - b.changedAt);
    const taken = rows.slice(0, limit);
    const more = rows.length > limit;
    const reached = more ? (taken.at(-1)?.[1].changedAt ?? this.version) : this.version;
    const items = taken.map(([book, e]) => ({
      book,
      content: e.content,
      changes: changesFor(e, position, this.offered),
    }));
    this.offered = Math.max(this.offered, reached);
    return { items, more, next: positionAfter(position, reached, more) };
  }
}

type Page = ReturnType<Line['page']>;

/** The reader's side: it keeps a token only with an answer it has taken in whole. */
class Device {
  position: SyncPosition = { since: 0, cursor: 0 };
  readonly books = new Map<string, number>();
  readonly violations: string[] = [];

  take(page: Page) {
    for (const { book, content, changes } of page.items) {
      for (const change of changes) this.apply(book, content, change);
    }
    this.position = page.next;
  }

  private apply(book: string, content: number, change: Change) {
    if (change === 'removed') this.books.delete(book);
    else if (change !== 'new' && !this.books.has(book)) this.violations.push(`${change} for ${book}`);
    else this.books.set(book, content);
  }
}

type Step =
  | { do: 'grant' | 'revoke'; book: string }
  | { do: 'touch'; book: string; field: 'fileAt' | 'metadataAt' | 'stateAt' }
  | { do: 'request'; fate: 'arrives' | 'lost' | 'late' | 'token lost' }
  | { do: 'late answer arrives' | 'factory reset' | 'sign out, books stay' };

const book = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const fate = fc.constantFrom(
  'arrives' as const,
  'arrives' as const,
  'lost' as const,
  'late' as const,
  'token lost' as const,
);
const field = fc.constantFrom('fileAt' as const, 'metadataAt' as const, 'stateAt' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('grant' as const), book }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('revoke' as const), book }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('touch' as const), book, field }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('request' as const), fate }) },
  { weight: 1, arbitrary: fc.constant({ do: 'late answer arrives' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'factory reset' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'sign out, books stay' as const }) },
);

describe('over random histories with lost, repeated and reordered answers', () => {
  it('a device ends up with exactly the books it may open, and never hears of a change to a book it lacks', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 1, max: 4 }), (steps, limit) => {
        const line = new Line();
        const device = new Device();
        let late: { asked: SyncPosition; page: Page } | undefined;
        for (const s of steps) {
          if (s.do === 'grant') line.grant(s.book);
          else if (s.do === 'revoke') line.revoke(s.book);
          else if (s.do === 'request') {
            const asked = device.position;
            const page = line.page(asked, limit);
            if (s.fate === 'arrives') device.take(page);
            if (s.fate === 'token lost') device.take({ ...page, next: asked });
            if (s.fate === 'late') late = { asked, page };
          } else if (s.do === 'late answer arrives') {
            // a device has one request under way: an answer to an older token is dropped by it
            if (late && late.asked === device.position) device.take(late.page);
            late = undefined;
          } else if (s.do === 'factory reset') {
            device.books.clear();
            device.position = { since: 0, cursor: 0 };
          } else if (s.do === 'sign out, books stay') device.position = { since: 0, cursor: 0 };
          else if (s.do === 'touch') line.touch(s.book, s.field);
        }
        for (let page = line.page(device.position, limit), more = true; more;) {
          device.take(page);
          more = page.more;
          if (more) page = line.page(device.position, limit);
        }
        const entitled = [...line.entitlements].filter(([, e]) => !e.revoked).map(([id, e]) => [id, e.content]);
        expect(Object.fromEntries(device.books)).toEqual(Object.fromEntries(entitled));
        expect(device.violations).toEqual([]);
        expect(line.page(device.position, limit).items).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('a book that came and went before any answer is never mentioned', () => {
    const line = new Line();
    line.grant('a');
    line.revoke('a');
    expect(line.page({ since: 0, cursor: 0 }, 10).items.flatMap((item) => item.changes)).toEqual([]);
  });
});
