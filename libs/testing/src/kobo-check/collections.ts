import type { AnyKit } from './check.js';
import type { Endpoint } from './endpoint.js';
import { equal, fits, holds } from './expectation.js';
import { jsonOf } from './http-call.js';
import { field, idOf, isTag, kindOf } from './sync-items.js';
import { Tag } from './wire-schemas.js';

const PATH = '/v1/library/tags';

export const tagItems = (...ids: string[]) => ids.map((id) => ({ RevisionId: id, Type: 'ProductRevisionTagItem' }));

/** POST of a collection, as a device makes one; gives its id. */
export async function makeTag(device: Endpoint, name: string, items: object[] = []): Promise<string> {
  const answer = await device.call('POST', PATH, { body: { Name: name, Items: items } });
  const id = jsonOf(answer, 'POST tags', 201);
  holds(typeof id === 'string' && id !== '', 'an id as a JSON string', id);
  return id;
}

/** Lends a new collection of a name nobody else uses, and removes it afterwards. */
export async function withTag(
  kit: AnyKit,
  items: object[],
  use: (id: string, name: string) => Promise<string | void>,
): Promise<string | void> {
  const name = `Check 执 ${kit.stamp()}`;
  const id = await makeTag(kit.device, name, items);
  try {
    return await use(id, name);
  } finally {
    await kit.device.call('DELETE', `${PATH}/${id}`);
  }
}

/** A change of a collection. */
export async function tagCall(device: Endpoint, method: string, path: string, body?: unknown): Promise<number> {
  return (await device.call(method, `${PATH}${path}`, { body })).status;
}

/** The collections of the account, as another device of it sees them; where none can be paired, as a new sync does. */
export async function collections(kit: AnyKit): Promise<Map<string, Tag>> {
  const onlooker = await kit.once('onlooker', async () => {
    const base = await kit.hands.pair?.(kit.base);
    return base === undefined ? undefined : { device: kit.at(base), tags: new Map<string, Tag>() };
  });
  if (!onlooker) return fold(new Map(), await kit.at(kit.base).sync());
  return fold(onlooker.tags, await onlooker.device.sync());
}

/** Fails unless the collection has exactly these books. */
export async function contains(kit: AnyKit, id: string, books: string[]): Promise<void> {
  const tag = (await collections(kit)).get(id);
  holds(tag, 'the collection', 'none of this id');
  equal(tag.Items.map(({ RevisionId }) => RevisionId).sort(), [...books].sort(), 'the books of the collection');
}

function fold(tags: Map<string, Tag>, items: unknown[]): Map<string, Tag> {
  for (const item of items.filter(isTag)) {
    if (kindOf(item) === 'DeletedTag') tags.delete(idOf(item));
    else tags.set(idOf(item), fits(field(item, `${kindOf(item)}.Tag`), Tag, 'a collection'));
  }
  return tags;
}
