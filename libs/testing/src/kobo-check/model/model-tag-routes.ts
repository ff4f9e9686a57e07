import { randomUUID } from 'node:crypto';
import type { FakeAnswer } from '../../kobo/fake-server.js';
import type { ModelDevice } from './model-accounts.js';
import { type ModelRequest, parsedOr, type Route } from './model-request.js';

interface TagBody {
  Name?: unknown;
  Items?: { RevisionId?: string; Type?: string }[];
}

/** Collections as they should be. A collection nobody knows is taken, and dropped with the next sync. */
export const TAG_ROUTES: readonly Route[] = [
  ['POST', /^\/v1\/library\/tags$/, made],
  ['PUT', /^\/v1\/library\/tags\/([^/]+)$/, (request, [, id]) => renamed(request, id)],
  ['DELETE', /^\/v1\/library\/tags\/([^/]+)$/, (request, [, id]) => removed(request, id)],
  ['POST', /^\/v1\/library\/tags\/([^/]+)\/items$/i, (request, [, id]) => filled(request, id, 'add')],
  ['POST', /^\/v1\/library\/tags\/([^/]+)\/items\/delete$/i, (request, [, id]) => filled(request, id, 'delete')],
];

const bodyOf = ({ body }: ModelRequest): TagBody => Object(parsedOr(body, {})) as TagBody;

function made(request: ModelRequest): FakeAnswer {
  const { Name, Items = [] } = bodyOf(request);
  if (typeof Name !== 'string' || Name === '') return { status: 400, body: {} };
  const { shelves } = request.device.account;
  const shelf = [...shelves.values()].find(({ name }) => name === Name) ?? {
    id: randomUUID(),
    name: Name,
    books: new Set(),
  };
  shelves.set(shelf.id, shelf);
  for (const id of known(request.device, Items)) shelf.books.add(id);
  return { status: 201, body: shelf.id };
}

function renamed(request: ModelRequest, id = ''): FakeAnswer {
  const shelf = shelfOf(request, id);
  const { Name } = bodyOf(request);
  if (typeof Name !== 'string') return { status: 400, body: {} };
  if (shelf) shelf.name = Name;
  return { status: 200 };
}

function removed(request: ModelRequest, id = ''): FakeAnswer {
  shelfOf(request, id);
  request.device.account.shelves.delete(id);
  return { status: 200 };
}

function filled(request: ModelRequest, id = '', change: 'add' | 'delete'): FakeAnswer {
  const shelf = shelfOf(request, id);
  for (const book of known(request.device, bodyOf(request).Items ?? [])) shelf?.books[change](book);
  return { status: change === 'add' ? 201 : 200 };
}

function shelfOf({ device }: ModelRequest, id: string) {
  const shelf = device.account.shelves.get(id);
  if (!shelf) device.strays.add(id);
  return shelf;
}

const known = ({ account }: ModelDevice, items: NonNullable<TagBody['Items']>): string[] =>
  items
    .filter(({ RevisionId = '', Type }) => Type === 'ProductRevisionTagItem' && account.books.has(RevisionId))
    .map(({ RevisionId = '' }) => RevisionId);
