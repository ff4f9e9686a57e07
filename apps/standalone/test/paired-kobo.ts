import type { SyncItem } from '@octavo/kobo';
import { anEpub, KoboDevice, type KoboDeviceOptions } from '@octavo/testing';
import { type House, until } from './house.js';
import { type Answer, Visitor } from './visitor.js';

export interface PairedKobo {
  id: string;
  /** What stands in its configuration. */
  base: string;
  kobo: KoboDevice;
  /** Its requests one by one. */
  http: Visitor;
  line: SyncLine;
}

interface Pairing extends Partial<Omit<KoboDeviceOptions, 'apiEndpoint'>> {
  name?: string;
  visitor?: Visitor;
  scope?: object;
}

/** A new device of the administrator, or of another visitor. */
export async function pairKobo(
  house: House,
  { name = 'Kobo', visitor = house.admin, scope, ...options }: Pairing = {},
): Promise<PairedKobo> {
  const { body } = await visitor.post('/api/devices', { name, ...(scope && { scope }) });
  const base = `${house.url}/kobo/${body.token}`;
  const http = new Visitor(base);
  const kobo = new KoboDevice({ apiEndpoint: base, coverLimit: 0, downloadLimit: 0, ...options });
  return { id: body.id, base, kobo, http, line: new SyncLine(http) };
}

/** Somebody with an account of their own. */
export async function newReader(house: House, name: string): Promise<Visitor & { id: string }> {
  const [email, password] = [`${name}@example.org`, 'a long one for a reader'];
  const { body } = await house.admin.post('/api/users', { email, password, role: 'reader' });
  const visitor = new Visitor(house.url);
  await visitor.signIn(email, password);
  return Object.assign(visitor, { id: body.id as string });
}

/** Small EPUBs with these titles, by file name. */
export function booksTitled(...titles: string[]): Record<string, Uint8Array> {
  return Object.fromEntries(titles.map((title) => [`${title}.epub`, anEpub().titled(title).by('Ann Onym').build()]));
}

/** The ids of the books with these titles, once devices may be told of them. */
export async function readyBooks(house: House, ...titles: string[]): Promise<string[]> {
  const ids = await until(`the books ${titles.join(', ')}`, async () => {
    const rows = await house.sql<{ id: string; title: string }>(
      `select id::text, title from book where title = any($1) and delivery_form not in ('none', 'stale')`,
      [titles],
    );
    return rows.length === titles.length && titles.map((title) => rows.find((row) => row.title === title)!.id);
  });
  await house.quiet();
  return ids;
}

type Whole<Union> = Union extends unknown ? Union : never;
type Keys<Union> = Union extends unknown ? keyof Union : never;
/** Any item of a sync, for tests that know which it is. */
export type AnyItem = { [Kind in Keys<SyncItem>]: Extract<Whole<SyncItem>, Record<Kind, unknown>>[Kind] };

export interface SyncPage {
  items: AnyItem[];
  more: boolean;
  answer: Answer;
}

/** A device that only asks for its library, page by page, with the token of the last page. */
export class SyncLine {
  token: string | undefined;

  constructor(private readonly http: Visitor) {}

  /** One page. One that is lost leaves the token as it was. */
  async page({ lost = false } = {}): Promise<SyncPage> {
    const headers: Record<string, string> = this.token === undefined ? {} : { 'x-kobo-synctoken': this.token };
    const answer = await this.http.get('/v1/library/sync', headers);
    if (answer.status !== 200) throw new Error(`a sync was answered with ${answer.status}`);
    if (!lost) this.token = answer.headers.get('x-kobo-synctoken') ?? this.token;
    return { items: answer.body as AnyItem[], more: answer.headers.get('x-kobo-sync') === 'continue', answer };
  }

  /** All pages to the end. */
  async sync(): Promise<AnyItem[]> {
    const items: AnyItem[] = [];
    for (let more = true; more;) {
      const page = await this.page();
      items.push(...page.items);
      ({ more } = page);
    }
    return items;
  }
}

/** What an item is and whom it is about: "NewEntitlement 0199…". */
export function brief(item: AnyItem): string {
  const [kind, value] = Object.entries(item)[0]! as [string, Record<string, Record<string, string>>];
  const { BookEntitlement, ReadingState, Tag } = value;
  return `${kind} ${BookEntitlement?.['Id'] ?? ReadingState?.['EntitlementId'] ?? Tag?.['Id']}`;
}
