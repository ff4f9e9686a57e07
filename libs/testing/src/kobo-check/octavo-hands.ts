import type { Hands } from './hands.js';
import { httpCall, parsed } from './http-call.js';
import { field, text } from './sync-items.js';

/** Where an Octavo answers its own API, and a key for the account of the device that is checked. */
export interface OctavoApi {
  origin: string;
  key: string;
}

/** As much as can be done to an Octavo from outside: devices and shelves, all of which are removed by `tidyUp`. */
export function octavoHands(api: OctavoApi): Hands {
  const paired = new Map<string, string>();
  const shelves = new Set<string>();
  const device = (base: string) => `/api/devices/${paired.get(base) ?? ''}`;
  return {
    async pair() {
      const made = await ask(api, 'POST', '/api/devices', { name: 'Conformance checks' });
      paired.set(text(made, 'apiEndpoint'), text(made, 'id'));
      return text(made, 'apiEndpoint');
    },
    resync: (base) => done(api, 'POST', `${device(base)}/resync`),
    withhold: (base, id) => done(api, 'PATCH', `${device(base)}/books/${id}`, { withheld: true }),
    offer: (base, id) => done(api, 'PATCH', `${device(base)}/books/${id}`, { withheld: false }),
    choose: (base, chosen) => done(api, 'PATCH', device(base), { scope: scopeOf(chosen) }),
    stillHas: async (id) => field(await ask(api, 'GET', `/api/books/${id}`), 'missing') === false,
    async addShelf(_base, name) {
      const id = text(await ask(api, 'POST', '/api/shelves', { name }), 'id');
      shelves.add(id);
      return id;
    },
    async shelve(shelf, ids) {
      for (const id of ids) await ask(api, 'PUT', `/api/shelves/${shelf}/books/${id}`);
    },
    async removeShelf(shelf) {
      shelves.delete(shelf);
      await ask(api, 'DELETE', `/api/shelves/${shelf}`);
    },
    async tidyUp() {
      const left = [...[...shelves].map((id) => `/api/shelves/${id}`), ...[...paired.keys()].map(device)];
      await Promise.allSettled(left.map((path) => ask(api, 'DELETE', path)));
    },
  };
}

const scopeOf = (chosen: string[] | 'everything') =>
  chosen === 'everything' ? { kind: 'everything' } : { kind: 'shelves', shelfIds: chosen };

/** The body of an answer that must be a success; undefined where it has none. */
async function ask({ origin, key }: OctavoApi, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await httpCall(origin.replace(/\/+$/, '') + path, { method, headers, body });
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${method} ${path} was answered with ${answer.status}`);
  return answer.bytes.length > 0 ? parsed(answer, path) : undefined;
}

async function done(...call: Parameters<typeof ask>): Promise<void> {
  await ask(...call);
}
