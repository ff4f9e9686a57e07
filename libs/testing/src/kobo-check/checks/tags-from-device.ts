import { check } from '../check.js';
import { collections, contains, makeTag, tagCall, tagItems, withTag } from '../collections.js';
import { equal, holds } from '../expectation.js';
import { idOf, kindOf } from '../sync-items.js';
import { UNKNOWN_ID } from '../unknown-id.js';

const TAKEN = [200, 201, 204];

/** Collections that are made and changed on a device. */
export const TAGS_FROM_DEVICE = [
  check({
    id: 'tags.made',
    level: 'must',
    title: 'A collection made on a device is kept, and answered with its id as a JSON string',
    needs: ['write'],
    run: (kit) =>
      withTag(kit, [], async (id, name) => {
        equal((await collections(kit)).get(id)?.Name, name, 'the name of the collection');
      }),
  }),
  check({
    id: 'tags.same-name',
    level: 'must',
    title: 'A second collection of the same name is the first one, with the new books in it',
    needs: ['write'],
    async run(kit) {
      const book = await kit.someBook();
      return withTag(kit, [], async (id, name) => {
        equal(await makeTag(kit.device, name, tagItems(book.id)), id, 'the id');
        await contains(kit, id, [book.id]);
      });
    },
  }),
  check({
    id: 'tags.odd-items',
    level: 'must',
    title: 'Unknown books and items of another kind are passed over',
    needs: ['write'],
    async run(kit) {
      const book = await kit.someBook();
      const odd = [...tagItems(UNKNOWN_ID, 'nonsense'), { RevisionId: book.id, Type: 'Unheard' }, { Nothing: 1 }];
      return withTag(kit, [...odd, ...tagItems(book.id)], (id) => contains(kit, id, [book.id]));
    },
  }),
  check({
    id: 'tags.nameless',
    level: 'must',
    title: 'A collection without a name is refused with 400',
    needs: ['write'],
    async run({ device }) {
      for (const body of ['', { Items: [] }, { Name: '', Items: [] }]) {
        equal(await tagCall(device, 'POST', '', body), 400, `the status for ${JSON.stringify(body)}`);
      }
    },
  }),
  check({
    id: 'tags.no-id',
    level: 'must',
    title: 'Deleting "tags" deletes nothing',
    needs: ['write'],
    run: (kit) =>
      withTag(kit, [], async (id) => {
        const status = await tagCall(kit.device, 'DELETE', '');
        holds([405, ...TAKEN].includes(status), '405, or a success that does nothing', status);
        holds((await collections(kit)).has(id), 'the collection to be there', 'it is gone');
        return `${status}`;
      }),
  }),
  check({
    id: 'tags.renamed',
    level: 'must',
    title: 'A collection gets another name, but not none',
    needs: ['write'],
    run: (kit) =>
      withTag(kit, [], async (id, name) => {
        equal(await tagCall(kit.device, 'PUT', `/${id}`, { Name: `${name} New` }), 200, 'the status');
        const status = await tagCall(kit.device, 'PUT', `/${id}`, { Nam: 'x' });
        holds([400, 200].includes(status), '400, or 200 and nothing done', status);
        equal((await collections(kit)).get(id)?.Name, `${name} New`, 'the name');
      }),
  }),
  check({
    id: 'tags.items',
    level: 'must',
    title: 'Books go in and out, whether "items" has a capital or not',
    needs: ['write'],
    async run(kit) {
      const book = await kit.someBook();
      const body = { Items: tagItems(book.id) };
      return withTag(kit, [], async (id) => {
        for (const word of ['items', 'Items']) {
          equal(await tagCall(kit.device, 'POST', `/${id}/${word}`, body), 201, `the status of ${word}`);
          await contains(kit, id, [book.id]);
          equal(await tagCall(kit.device, 'POST', `/${id}/${word}/delete`, body), 200, `the status of ${word}/delete`);
          await contains(kit, id, []);
        }
      });
    },
  }),
  check({
    id: 'tags.unknown',
    level: 'choice',
    title: 'A collection nobody knows is refused with 404, or taken and then dropped',
    needs: ['write'],
    async run(kit) {
      const device = kit.at(kit.base);
      await device.sync();
      const unknown = `c0ffee00${kit.stamp()}`.replace(/\D/g, '').padEnd(12, '0').slice(-12);
      const id = `00000000-0000-4000-8000-${unknown}`;
      const calls = [
        await tagCall(device, 'PUT', `/${id}`, { Name: 'x' }),
        await tagCall(device, 'POST', `/${id}/items`, { Items: [] }),
        await tagCall(device, 'POST', `/${id}/items/delete`, { Items: [] }),
        await tagCall(device, 'DELETE', `/${id}`),
      ];
      if (calls.every((status) => status === 404)) return 'refused with 404';
      equal(calls, [200, 201, 200, 200], 'the statuses');
      const dropped = (await device.sync()).filter((item) => idOf(item) === id);
      equal(dropped.map(kindOf), ['DeletedTag'], 'what the next sync says of it');
      return 'taken, then dropped';
    },
  }),
  check({
    id: 'tags.removed',
    level: 'must',
    title: 'A collection that is deleted on a device is gone',
    needs: ['write'],
    run: (kit) =>
      withTag(kit, [], async (id) => {
        await collections(kit);
        equal(await tagCall(kit.device, 'DELETE', `/${id}`), 200, 'the status');
        holds(!(await collections(kit)).has(id), 'no such collection', 'it is there');
      }),
  }),
  check({
    id: 'tags.others',
    level: 'must',
    title: "Another account's collection cannot be changed",
    needs: ['write', 'reader'],
    run: async (kit) => {
      const stranger = kit.at(await kit.hands.reader(1));
      const book = await kit.someBook();
      return withTag(kit, tagItems(book.id), async (id, name) => {
        await tagCall(stranger, 'PUT', `/${id}`, { Name: 'Mine now' });
        await tagCall(stranger, 'POST', `/${id}/items/delete`, { Items: tagItems(book.id) });
        await tagCall(stranger, 'DELETE', `/${id}`);
        equal((await collections(kit)).get(id)?.Name, name, 'the name');
        await contains(kit, id, [book.id]);
      });
    },
  }),
];
