import type { Hands } from '@octavo/testing';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from './house.js';
import { KoboLibrary, pictureEnding } from './kobo-library.js';
import { type Answer, Visitor } from './visitor.js';

const PASSWORD = 'a long one for the checks';

interface Paired {
  id: string;
  userId: string;
  visitor: Visitor;
}

/** The hands of the conformance checks on a house of ours: its REST API where it has one, files and SQL where not. */
export function houseHands(house: House): Required<Omit<Hands, 'unconfigured' | 'withoutRight' | 'tidyUp'>> {
  const library = new KoboLibrary(house);
  const people = new People(house, library);
  return {
    pageSize: 100,
    pair: (base) => people.pair(people.at(base)),
    reader: (books) => people.reader(books),
    addBooks: (base, books) => library.add(people.at(base).userId, books),
    addUnready: (base, book) => library.addUnready(people.at(base).userId, book),
    editBook: (id, { title, series }) => library.change(id, 'opf', Buffer.from(packageDocument(title, series))),
    replaceFile: (id, file) => library.change(id, 'epub', file),
    replaceCover: (id, picture) => library.change(id, pictureEnding(picture), picture),
    deleteBook: (id) => library.delete(id),
    stillHas: (id) => library.hasFile(id),
    loseConversion: () => loseConversions(house),
    ...onDevices(people),
    ...onShelves(people),
  };
}

function onDevices(people: People) {
  return {
    async withhold(base: string, id: string) {
      const device = people.at(base);
      good(await device.visitor.patch(`/api/devices/${device.id}/books/${id}`, { withheld: true }));
    },
    async offer(base: string, id: string) {
      const device = people.at(base);
      good(await device.visitor.patch(`/api/devices/${device.id}/books/${id}`, { withheld: false }));
    },
    async resync(base: string) {
      const device = people.at(base);
      good(await device.visitor.post(`/api/devices/${device.id}/resync`));
    },
    async choose(base: string, shelves: string[] | 'everything') {
      const device = people.at(base);
      const scope = shelves === 'everything' ? { kind: 'everything' } : { kind: 'shelves', shelfIds: shelves };
      good(await device.visitor.patch(`/api/devices/${device.id}`, { scope }));
    },
    async finishBooks(base: string, ids: string[]) {
      const { visitor } = people.at(base);
      for (const id of ids) good(await visitor.call('PUT', `/api/books/${id}/reading`, { status: 'Finished' }));
    },
  };
}

function onShelves(people: People) {
  const owners = new Map<string, Visitor>();
  return {
    async addShelf(base: string, name: string) {
      const { visitor } = people.at(base);
      const { id } = good(await visitor.post('/api/shelves', { name })) as { id: string };
      owners.set(id, visitor);
      return id;
    },
    async shelve(shelf: string, ids: string[]) {
      for (const id of ids) good(await owners.get(shelf)!.call('PUT', `/api/shelves/${shelf}/books/${id}`));
    },
    async removeShelf(shelf: string) {
      good(await owners.get(shelf)!.delete(`/api/shelves/${shelf}`));
    },
  };
}

/** Accounts and their devices, by the bases of these. */
class People {
  private readonly paired = new Map<string, Paired>();
  private made = 0;

  constructor(
    private readonly house: House,
    private readonly library: KoboLibrary,
  ) {}

  at(base: string): Paired {
    const paired = this.paired.get(base);
    if (!paired) throw new Error('nobody paired this device');
    return paired;
  }

  async pair({ userId, visitor }: Omit<Paired, 'id'>): Promise<string> {
    const body = good(await visitor.post('/api/devices', { name: 'Kobo' })) as { id: string; apiEndpoint: string };
    this.paired.set(body.apiEndpoint, { id: body.id, userId, visitor });
    return body.apiEndpoint;
  }

  async reader(books: number): Promise<string> {
    const email = `reader-${(this.made += 1)}@example.org`;
    const { id } = good(await this.house.admin.post('/api/users', { email, password: PASSWORD, role: 'reader' })) as {
      id: string;
    };
    const visitor = new Visitor(this.house.url);
    good(await visitor.signIn(email, PASSWORD));
    if (books > 0) await this.library.pile(id, books);
    return this.pair({ userId: id, visitor });
  }
}

/** A file in the place of their folder: none can be read, and none be made again. */
async function loseConversions(house: House): Promise<() => Promise<void>> {
  const folder = join(house.books, '..', 'data', 'converted');
  await rename(folder, `${folder}-lost`);
  await writeFile(folder, '');
  return async () => {
    await rm(folder);
    await rename(`${folder}-lost`, folder);
  };
}

const packageDocument = (title: string, series: string) => `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title>${title}</dc:title>
    <meta name="calibre:series" content="${series}"/>
  </metadata>
</package>`;

/** The body of an answer that must be a success. */
function good({ status, body }: Answer): unknown {
  if (status >= 200 && status < 300) return body as unknown;
  throw new Error(`the house answered ${status} ${JSON.stringify(body)}`);
}
