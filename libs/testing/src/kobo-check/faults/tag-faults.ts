import { type FaultRow, on, items, without, rewritten, numbered, says, fails, status } from './fault.js';

/** Wrong collections, and books that were removed on a device. */
export const TAG_FAULTS: FaultRow[] = [
  ['tags.made', 'says 200', status('POST', /tags$/, 200)],
  ['tags.made', 'answers with an object', says(on('POST', /tags$/, ({ body }) => ({ body: { Id: body } })))],
  [
    'tags.same-name',
    'makes another one',
    () => {
      const next = numbered();
      return { wrong: on('POST', /tags$/, ({ body }) => (next() > 1 ? { body: 'another' } : { body })) };
    },
  ],
  [
    'tags.odd-items',
    'refuses',
    says(on('POST', /tags$/, (_, { body }) => (body.includes('nonsense') ? { status: 400 } : {}))),
  ],
  ['tags.nameless', 'calls it nothing', says(on('POST', /tags$/, () => ({ status: 201, body: 'id' })))],
  [
    'tags.no-id',
    'deletes all',
    says(on('DELETE', /tags$/, (_, { device }) => (device.account.shelves.clear(), { status: 200 }))),
  ],
  ['tags.renamed', 'cannot', status('PUT', /tags/, 404)],
  ['tags.items', 'minds the capital', status('POST', /Items/, 404)],
  ['tags.items', 'takes nothing out', status('POST', /delete$/, 404)],
  ['tags.unknown', 'breaks', status('PUT', /tags/, 500)],
  ['tags.unknown', 'does not drop it', says(without('DeletedTag'))],
  ['tags.removed', 'leaves it there', says(on('DELETE', /tags/, () => ({ status: 404 })))],
  [
    'tags.others',
    'lets anybody',
    () => ({
      with: ({ accounts }) => ({
        wrong: on('DELETE', /tags\/(.+)/, (_, { path }) => {
          const id = path.split('/').at(-1) ?? '';
          const owners = [...accounts.devices.values()].map(({ account }) => account);
          for (const { shelves } of owners) shelves.delete(id);
          return {};
        }),
      }),
    }),
  ],
  ['shelves.new', 'does not tell', says(without('NewTag'))],
  ['shelves.new', 'tells of no books', says(rewritten(/"Items":\[[^\]]*\]/g, '"Items":[]'))],
  [
    'shelves.large',
    'cuts it off',
    says(
      items((all) =>
        all.map((item) => {
          const tag = (Object.values(item)[0] as { Tag?: { Items: unknown[] } }).Tag;
          if (tag) tag.Items = tag.Items.slice(0, 100);
          return item;
        }),
      ),
    ),
  ],
  ['shelves.removed', 'does not tell', says(without('DeletedTag'))],
  ['deletions.kept', 'says more than is wanted', says(on('DELETE', /library/, () => ({ status: 200, body: {} })))],
  [
    'deletions.kept',
    'sends it again at once',
    says(on('DELETE', /library/, (_, { device }) => ((device.epoch += 1), device.withheld.clear(), {}))),
  ],
  ['deletions.kept', 'deletes the file', fails({ stillHas: () => Promise.resolve(false) })],
  ['deletions.unknown', 'refuses', status('DELETE', /library/, 404)],
];
