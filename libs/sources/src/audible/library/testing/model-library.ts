import type { Asked, AskOrder } from '../../ask.js';

/** A title on the shelf of a model server. */
export interface ModelItem {
  asin: string;
  /** As told; null for none. */
  purchase_date: string | null;
  title?: string | null;
  [key: string]: unknown;
}

/** How a model server behaves. All it may do was seen in the wild, or is not known. */
export interface ModelManners {
  /** `purchased_after` leaves out that very moment. */
  strict?: boolean;
  ignoresPage?: boolean;
  ignoresSort?: boolean;
  ignoresWindow?: boolean;
  noTotal?: boolean;
  /** Tokens lead from page to page; where they are demanded, numbers of pages are refused. */
  chain?: 'offered' | 'demanded';
  /** A chain ends here without a word. */
  chainEnds?: number;
  /** The oldest first and the newest first have titles of one moment in the same order. */
  sameTies?: boolean;
  /** Titles without a date are the newest. */
  undatedNewest?: boolean;
  /** Rows to a page, whatever is asked for. */
  cap?: number;
  /** Rows beyond which pages are refused; 10,000. */
  deepest?: number;
  stateToken?: string;
  /** Before a call is answered; counted from 1. */
  before?: (call: number, library: ModelLibrary) => void;
  /** Instead of an answer. */
  instead?: (call: number, query: URLSearchParams) => Asked | undefined;
  /** The rows of an answer as they go out. */
  dress?: (rows: unknown[], call: number) => unknown[];
}

const DEEPEST = 10_000;

/** A library as the server has it: answers are made of a list of items and of nothing else. */
export class ModelLibrary {
  readonly asked: URLSearchParams[] = [];
  readonly targets: string[] = [];
  private sorted: { up: ModelItem[]; down: ModelItem[] } | undefined;

  constructor(
    public items: ModelItem[],
    readonly manners: ModelManners = {},
  ) {}

  change(items: ModelItem[]): void {
    this.items = items;
    this.sorted = undefined;
  }

  readonly ask = (order: AskOrder): Promise<Asked> => Promise.resolve(this.answer(order.target));

  answer(target: string): Asked {
    const query = new URL(target, 'https://model.test').searchParams;
    this.asked.push(query);
    this.targets.push(target);
    const call = this.asked.length;
    this.manners.before?.(call, this);
    return this.manners.instead?.(call, query) ?? this.page(query, call);
  }

  private page(query: URLSearchParams, call: number): Asked {
    const { manners } = this;
    const asked = query.get('num_results') ?? '';
    const size = Number(asked);
    if (!/^\d+$/.test(asked) || size < 1 || size > 1000) return refusal(`Value '${asked}' at 'numResults'`);
    if (manners.chain === 'demanded' && query.has('page')) return refusal("Value at 'page'");
    const page = manners.ignoresPage ? 1 : Number(query.get('page') ?? '1');
    if (page * size > (manners.deepest ?? DEEPEST))
      return reply({ error_code: null, message: 'Implied library size is unsupported' }, 400);
    const listed = this.matching(query);
    const token = query.get('continuation_token');
    const from = token === null ? (page - 1) * size : Number(token);
    const rows = listed.slice(from, from + Math.min(size, manners.cap ?? size));
    const end = from + rows.length;
    const isMore = manners.chain !== undefined && end < listed.length && end < (manners.chainEnds ?? Infinity);
    return reply({ items: manners.dress?.(rows, call) ?? rows, response_groups: ['always-returned'] }, 200, {
      ...(!manners.noTotal && { 'total-count': String(listed.length) }),
      ...(manners.stateToken !== undefined && { 'state-token': manners.stateToken }),
      ...(isMore && { 'continuation-token': String(end) }),
    });
  }

  private matching(query: URLSearchParams): readonly ModelItem[] {
    const { strict, ignoresSort, ignoresWindow } = this.manners;
    const isUp = query.get('sort_by') === 'PurchaseDate' && !ignoresSort;
    const { up, down } = (this.sorted ??= this.sort());
    const listed = isUp ? up : down;
    const after = query.get('purchased_after');
    if (after === null || ignoresWindow) return listed;
    const moment = Date.parse(after);
    return listed.filter(({ purchase_date: told }) => {
      const at = Date.parse(told ?? '');
      return strict ? at > moment : at >= moment;
    });
  }

  private sort(): { up: ModelItem[]; down: ModelItem[] } {
    const none = this.manners.undatedNewest ? Infinity : -Infinity;
    const keys = new Map(this.items.map((item) => [item, item.purchase_date ? Date.parse(item.purchase_date) : none]));
    const key = (item: ModelItem) => keys.get(item) ?? none;
    const compare = (a: ModelItem, b: ModelItem) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1);
    const up = this.items.toSorted(compare);
    const down = this.manners.sameTies ? this.items.toSorted((a, b) => compare(b, a)) : up.toReversed();
    return { up, down };
  }
}

/** An answer as the network gives it; a text goes out as it is. */
export function reply(body: unknown, status = 200, headers: Record<string, string> = {}): Asked {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = text.trimStart().startsWith('<') ? 'text/html' : 'application/json';
  return { status, headers: { 'content-type': type, ...headers }, body: new TextEncoder().encode(text) };
}

function refusal(words: string): Asked {
  return reply({ message: `1 validation error detected: ${words} failed to satisfy constraint` }, 400);
}

/** Makes every attempt at a call an end of the walk, as the death of a worker would be. */
export function breakOff(): never {
  throw Object.assign(new Error('network'), { failure: 'certificate' });
}

/** "B000000007". */
export function asinOf(number: number): string {
  return `B${String(number).padStart(9, '0')}`;
}

const FIRST = Date.UTC(2005, 0, 1);
const HOUR = 3_600_000;

/** Titles bought an hour apart, the oldest first. */
export function shelf(count: number, more: (at: number) => Partial<ModelItem> = () => ({})): ModelItem[] {
  return Array.from({ length: count }, (_, at) => ({
    asin: asinOf(at),
    title: 'T',
    purchase_date: new Date(FIRST + at * HOUR).toISOString(),
    ...more(at),
  }));
}
