import { check } from '../check.js';
import { equal, holds } from '../expectation.js';
import { about, heldAfter, kindOf } from '../sync-items.js';
import { UNKNOWN_ID } from '../unknown-id.js';

const DONE = [204, 200];

/** Books that a reader removes on a device. */
export const DELETIONS = [
  check({
    id: 'deletions.kept',
    level: 'must',
    title: 'A book that is removed on a device does not come back to it, and stays in the library',
    needs: ['pair', 'stillHas', 'offer'],
    async run(kit) {
      const { id } = await kit.someBook();
      const device = kit.at(await kit.hands.pair(kit.base));
      await device.sync();
      for (const time of ['first', 'second']) {
        const { status, bytes } = await device.call('DELETE', `/v1/library/${id}`);
        holds(
          DONE.includes(status) && bytes.length === 0,
          `204 and no body the ${time} time`,
          `${status} ${String(bytes)}`,
        );
      }
      equal(
        about(await device.sync(), id).filter((item) => kindOf(item) === 'NewEntitlement'),
        [],
        'what comes again',
      );
      holds(await kit.hands.stillHas(id), 'the book in the library', 'it is gone');
      await kit.hands.offer(device.base, id);
      equal([...heldAfter(await device.sync())], [id], 'the books once it is sent again');
    },
  }),
  check({
    id: 'deletions.unknown',
    level: 'must',
    title: 'Removing what nobody knows is a success',
    needs: ['write'],
    async run({ device }) {
      const { status } = await device.call('DELETE', `/v1/library/${UNKNOWN_ID}`);
      holds(DONE.includes(status), '204 or 200', status);
      return `${status}`;
    },
  }),
];
