import { randomUUID } from 'node:crypto';
import { changedProductMetadata, changedReadingState, newEntitlement, removedEntitlement } from '@octavo/kobo';
import { type ModelDevice, visible } from './model-accounts.js';
import { type ModelBook, offered } from './model-books.js';

export const PAGE_SIZE = 100;
/** So often the same page is given to who asks with the same token. */
const MOST_REPLAYS = 3;
const AT = new Date('2026-02-01T10:00:00Z');

/** What a device knows: "book <id>", "metadata <id>", "state <id>", "tag <id>" and the version it has of each. */
type Known = ReadonlyMap<string, string>;

interface Answered {
  device: ModelDevice;
  epoch: number;
  known: Known;
  asked: number;
  next?: string;
}

interface Step {
  /** Made only when it is told. */
  item?: () => unknown;
  learnt: [key: string, version: string | undefined][];
}

export interface ModelPage {
  items: unknown[];
  token: string;
  more: boolean;
}

/** The token names what a device knows, so each page is the first piece of what it does not. */
export class ModelSync {
  private readonly answered = new Map<string, Answered>();

  page(device: ModelDevice, token: string | undefined): ModelPage {
    const from = this.knownBy(device, token);
    const known = new Map([...(from?.known ?? []), ...[...device.strays].map((id) => [`tag ${id}`, ''] as const)]);
    const steps = stepsFor(device, known);
    const told = steps.filter(({ item }) => item !== undefined);
    const shown = told.slice(0, PAGE_SIZE);
    const more = told.length > shown.length;
    for (const { learnt } of more ? shown : steps) learn(known, learnt);
    const next = `model.${randomUUID()}`;
    this.answered.set(next, { device, epoch: device.epoch, known, asked: 0 });
    if (from) from.next = next;
    return { items: shown.map(({ item }) => item?.()), token: next, more };
  }

  private knownBy(device: ModelDevice, token: string | undefined): Answered | undefined {
    const found = this.answered.get(token ?? '');
    if (!found || found.device !== device || found.epoch !== device.epoch) return undefined;
    found.asked += 1;
    return found.asked > MOST_REPLAYS && found.next ? this.answered.get(found.next) : found;
  }
}

function learn(known: Map<string, string>, learnt: Step['learnt']): void {
  for (const [key, version] of learnt) {
    if (version === undefined) known.delete(key);
    else known.set(key, version);
  }
}

/** Removals, books, states, collections. */
function stepsFor(device: ModelDevice, known: Known): Step[] {
  const books = visible(device);
  const there = new Set(books.map(({ id }) => id));
  const gone = [...known.keys()].filter((key) => key.startsWith('book ') && !there.has(key.slice(5)));
  return [
    ...gone.map((key) => removal(key.slice(5))),
    ...books.flatMap((book) => bookSteps(device, book, known)),
    ...books.flatMap((book) => stateSteps(device, book, known)),
    ...tagSteps(device, known),
  ];
}

function removal(id: string): Step {
  const item = () =>
    removedEntitlement({
      entitlementId: id,
      revisionId: id,
      title: 'Gone',
      addedAt: AT,
      grantedAt: AT,
      removedAt: AT,
    });
  return { item, learnt: ['book', 'metadata', 'state'].map((part) => [`${part} ${id}`, undefined]) };
}

function bookSteps(device: ModelDevice, book: ModelBook, known: Known): Step[] {
  const { id } = book;
  const metadata: Step['learnt'][number] = [`metadata ${id}`, String(book.metadata)];
  if (known.get(`book ${id}`) !== String(book.file)) {
    const item = () => newEntitlement(offered(book, device.base), stateOf(device, id));
    return [{ item, learnt: [[`book ${id}`, String(book.file)], metadata, stateVersion(device, id)] }];
  }
  if (known.get(`metadata ${id}`) === String(book.metadata)) return [];
  return [{ item: () => changedProductMetadata(offered(book, device.base)), learnt: [metadata] }];
}

function stateSteps(device: ModelDevice, { id }: ModelBook, known: Known): Step[] {
  const [key, version] = stateVersion(device, id);
  const state = stateOf(device, id);
  if (!state || !known.has(`book ${id}`) || known.get(key) === version) return [];
  const own = device.account.states.get(id)?.writer === device.token;
  return [{ ...(!own && { item: () => changedReadingState(state) }), learnt: [[key, version]] }];
}

function tagSteps({ account: { shelves }, strays }: ModelDevice, known: Known): Step[] {
  const gone = [...known.keys()].filter((key) => key.startsWith('tag ') && !shelves.has(key.slice(4)));
  const dropped = gone.map((key): Step => {
    strays.delete(key.slice(4));
    return {
      item: () => ({ DeletedTag: { Tag: { Id: key.slice(4), LastModified: AT } } }),
      learnt: [[key, undefined]],
    };
  });
  const changed = [...shelves.values()].flatMap(({ id, name, books }): Step[] => {
    const version = JSON.stringify([name, ...books]);
    const before = known.get(`tag ${id}`);
    if (before === version) return [];
    const Items = [...books].map((RevisionId) => ({ RevisionId, Type: 'ProductRevisionTagItem' }));
    const Tag = { Id: id, Name: name, Type: 'UserTag', Created: AT, LastModified: AT, Items };
    const kind = before === undefined ? 'NewTag' : 'ChangedTag';
    return [{ item: () => ({ [kind]: { Tag } }), learnt: [[`tag ${id}`, version]] }];
  });
  return [...changed, ...dropped];
}

function stateOf({ account }: ModelDevice, id: string) {
  const state = account.states.get(id);
  return state && { ...state.parts, entitlementId: id, createdAt: AT };
}

function stateVersion({ account }: ModelDevice, id: string): [key: string, version: string] {
  return [`state ${id}`, String(account.states.get(id)?.version ?? 0)];
}
