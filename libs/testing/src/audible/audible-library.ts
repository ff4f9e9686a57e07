/** One title of a library, or what stands in its place. */
export interface LibraryEntry {
  row: unknown;
  /** Undefined where the row does not tell one. */
  asin: string | undefined;
  /** When it was bought, in milliseconds; before all others where it is not told. */
  purchased: number;
  /** The moment of the last change that deltas tell of. */
  changed: number;
  /** Of a part or an episode: what it belongs to. */
  parent?: string;
  /** Of a title that was taken away: what was told of it before. */
  before?: unknown;
}

/** Where somebody is in a title. */
export interface HeardPosition {
  position_ms: number;
  /** "2026-09-30 12:33:04.122": UTC, and does not say so. */
  last_updated: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Changes of these are told by no delta. */
const VOLATILE = new Set(['percent_complete', 'is_finished', 'listening_status', 'is_downloaded', 'rating']);

/**
 * What an account owns in a store. Rows are never changed in place: whoever has one keeps it as it was. The moment of the
 * latest change is the state token.
 */
export class AudibleLibrary {
  private held: LibraryEntry[] = [];
  private readonly arranged = new Map<string, readonly LibraryEntry[]>();
  private readonly told = new Set<string>();
  readonly positions = new Map<string, HeardPosition>();

  constructor(
    private readonly now: () => number,
    private latest: number,
  ) {}

  /** All rows in the order they came, titles taken away among them, parts not. */
  get items(): readonly unknown[] {
    return this.entries.filter(({ parent }) => parent === undefined).map(({ row }) => row);
  }

  get entries(): readonly LibraryEntry[] {
    return this.held;
  }

  /** It holds these from now on, as if it always had: no delta tells of it. */
  hold(rows: readonly unknown[]): void {
    this.replace(rows.map((row) => entryFor(row, this.latest)));
  }

  /** Titles are bought. */
  add(...rows: readonly unknown[]): void {
    const moment = this.nextMoment();
    this.replace([...this.held, ...rows.map((row) => entryFor(row, moment))]);
  }

  /** Parts or episodes of a title: they stand in no list but that of their parent. */
  addParts(parent: string, ...rows: readonly unknown[]): void {
    this.replace([...this.held, ...rows.map((row) => ({ ...entryFor(row, this.latest), parent }))]);
  }

  /** A title is told of in other words. Deltas tell of it unless all that changed is progress or stars. */
  change(asin: string, fields: Fields): void {
    const isTold = Object.keys(fields).some((field) => !VOLATILE.has(field));
    this.edit(asin, ({ row }) => ({ row: { ...(row as Fields), ...fields } }), isTold);
  }

  /** A title is taken away: deltas tell of it, in few words. */
  revoke(asin: string): void {
    const rest = ({ title, purchase_date }: Fields) => ({ asin, title, purchase_date, status: 'Revoked' });
    this.edit(asin, ({ row }) => ({ row: rest(row as Fields), before: row }));
  }

  /** It comes back. */
  restore(asin: string): void {
    this.edit(asin, ({ row, before = row }) => ({ row: before, before: undefined }));
  }

  /** A title is gone without a word: no delta tells of it. */
  remove(asin: string): void {
    this.entryOf(asin);
    this.replace(this.held.filter((entry) => entry.asin !== asin));
  }

  /** Somebody listens. */
  hear(asin: string, position: HeardPosition): void {
    this.positions.set(asin, position);
  }

  find(asin: string): LibraryEntry | undefined {
    return this.held.find((entry) => entry.asin === asin);
  }

  /** The state token of this moment; it will be known again. */
  tellState(): string {
    this.told.add(String(this.latest));
    return String(this.latest);
  }

  /** Whether it ever told that token. */
  hasTold(token: string): boolean {
    return this.told.has(token);
  }

  /** All entries in some order; made once until something changes. */
  inOrder(
    name: string,
    arrange: (entries: readonly LibraryEntry[]) => readonly LibraryEntry[],
  ): readonly LibraryEntry[] {
    const known = this.arranged.get(name) ?? arrange(this.held);
    this.arranged.set(name, known);
    return known;
  }

  private edit(asin: string, make: (entry: LibraryEntry) => Partial<LibraryEntry>, isTold = true): void {
    const entry = this.entryOf(asin);
    const changed = isTold ? this.nextMoment() : entry.changed;
    const { row, before } = { before: entry.before, ...make(entry) };
    const { parent } = entry;
    const edited = { ...entryFor(row, changed), before, ...(parent !== undefined && { parent }) };
    this.replace(this.held.map((one) => (one === entry ? edited : one)));
  }

  private entryOf(asin: string): LibraryEntry {
    const entry = this.find(asin);
    if (!entry) throw new Error(`The library has no ${asin}.`);
    return entry;
  }

  private replace(entries: LibraryEntry[]): void {
    this.held = entries;
    this.arranged.clear();
  }

  private nextMoment(): number {
    this.latest = Math.max(Math.floor(this.now()), this.latest + 1);
    return this.latest;
  }
}

function entryFor(row: unknown, changed: number): LibraryEntry {
  const { asin, purchase_date } = Object(row) as Fields;
  const bought = typeof purchase_date === 'string' ? Date.parse(purchase_date) : NaN;
  const purchased = Number.isNaN(bought) ? -Infinity : bought;
  return { row, asin: typeof asin === 'string' ? asin : undefined, purchased, changed };
}
