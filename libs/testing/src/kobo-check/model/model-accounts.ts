import { randomUUID } from 'node:crypto';
import type { KoboReadingParts, ReadStateUpdate } from '@octavo/kobo';
import type { ModelBook } from './model-books.js';

/** Who wrote a state last is not told of it. */
export interface ModelState {
  parts: KoboReadingParts;
  version: number;
  writer: string;
}

export interface ModelShelf {
  id: string;
  name: string;
  books: Set<string>;
}

export interface ModelAccount {
  books: Map<string, ModelBook>;
  shelves: Map<string, ModelShelf>;
  states: Map<string, ModelState>;
  annotations: Map<string, unknown[]>;
}

export interface ModelDevice {
  token: string;
  base: string;
  account: ModelAccount;
  withheld: Set<string>;
  scope: string[] | 'everything';
  /** Grows when everything is to be sent again. */
  epoch: number;
  /** Collections it spoke of that nobody knows. */
  strays: Set<string>;
  mayRead: boolean;
}

/** All accounts and their devices. */
export class ModelAccounts {
  readonly devices = new Map<string, ModelDevice>();

  constructor(private readonly origin: () => string) {}

  open(): ModelAccount {
    return { books: new Map(), shelves: new Map(), states: new Map(), annotations: new Map() };
  }

  pair(account: ModelAccount): ModelDevice {
    const token = randomUUID().replaceAll('-', '');
    const device: ModelDevice = {
      token,
      base: `${this.origin()}/kobo/${token}`,
      account,
      withheld: new Set(),
      scope: 'everything',
      epoch: 1,
      strays: new Set(),
      mayRead: true,
    };
    this.devices.set(token, device);
    return device;
  }

  /** The device of a base. */
  at(base: string): ModelDevice {
    const device = this.devices.get(base.split('/').at(-1) ?? '');
    if (!device) throw new Error('no such device');
    return device;
  }

  /** The account that has a book or a shelf. */
  owner(id: string): ModelAccount {
    const accounts = new Set([...this.devices.values()].map(({ account }) => account));
    const owner = [...accounts].find(({ books, shelves }) => books.has(id) || shelves.has(id));
    if (!owner) throw new Error(`nobody has ${id}`);
    return owner;
  }

  book(id: string): ModelBook {
    return this.owner(id).books.get(id) as ModelBook;
  }
}

/** What a device gets of its account. */
export function visible({ account, withheld, scope }: ModelDevice): ModelBook[] {
  const chosen =
    scope === 'everything' ? undefined : scope.flatMap((id) => [...(account.shelves.get(id)?.books ?? [])]);
  return [...account.books.values()].filter(({ id }) => !withheld.has(id) && (!chosen || chosen.includes(id)));
}

/** The later of two wins, part by part; a bookmark without a place leaves the place as it was. */
export function takeIn(account: ModelAccount, { entitlementId, ...update }: ReadStateUpdate, writer: string): void {
  const known = account.states.get(entitlementId);
  const parts: KoboReadingParts = { ...known?.parts };
  for (const name of ['bookmark', 'statistics', 'status'] as const) {
    const [old, told] = [parts[name], update[name]];
    if (told && (!old || told.modifiedAt >= old.modifiedAt)) Object.assign(parts, { [name]: { ...old, ...told } });
  }
  account.states.set(entitlementId, { parts, version: (known?.version ?? 0) + 1, writer });
}
