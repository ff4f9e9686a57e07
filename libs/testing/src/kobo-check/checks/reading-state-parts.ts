import { check } from '../check.js';
import { equal, holds } from '../expectation.js';
import { bookInReading, LOCATION, putState, readState, stateUpdate } from '../state-calls.js';
import { field } from '../sync-items.js';

const PERCENT = 'CurrentBookmark.ProgressPercent';
const LONG_AGO = '2001-01-01T00:00:00Z';

/** What devices leave out of their updates, send late or send oddly. */
export const READING_STATE_PARTS = [
  check({
    id: 'state.finished',
    level: 'must',
    title: 'A book can be finished without a bookmark',
    needs: ['write'],
    async run(kit) {
      const id = await bookInReading(kit);
      await finish(kit.device, id, kit.stamp());
      equal(field((await readState(kit.device, id)).state, 'StatusInfo.Status'), 'Finished', 'the status');
    },
  }),
  check({
    id: 'state.finished-whole',
    level: 'should',
    title: 'A finished book is read to the end',
    needs: ['write'],
    async run(kit) {
      const id = await bookInReading(kit);
      await finish(kit.device, id, kit.stamp());
      equal(field((await readState(kit.device, id)).state, PERCENT), 100, 'the percentage');
    },
  }),
  check({
    id: 'state.no-location',
    level: 'must',
    title: 'An update without a place leaves the place as it was',
    needs: ['write'],
    async run(kit) {
      const id = await bookInReading(kit);
      for (const Location of [undefined, null]) {
        await putState(kit.device, id, stateUpdate(id, kit.stamp(), { Location, ProgressPercent: 34 }));
        equal(field((await readState(kit.device, id)).state, 'CurrentBookmark.Location'), LOCATION, 'the place');
      }
      await putState(kit.device, id, { ...stateUpdate(id, kit.stamp()), CurrentBookmark: {} });
      equal(field((await readState(kit.device, id)).state, 'CurrentBookmark.Location'), LOCATION, 'the place');
    },
  }),
  check({
    id: 'state.zero',
    level: 'must',
    title: 'Zero per cent are zero, and not nothing',
    needs: ['write'],
    async run(kit) {
      const id = await bookInReading(kit);
      await putState(kit.device, id, stateUpdate(id, kit.stamp(), { ProgressPercent: 0 }));
      equal(field((await readState(kit.device, id)).state, PERCENT), 0, 'the percentage');
    },
  }),
  check({
    id: 'state.older',
    level: 'must',
    title: 'What is older than what is known is answered and changes nothing',
    needs: ['write'],
    async run(kit) {
      const id = await bookInReading(kit);
      await putState(kit.device, id, stateUpdate(id, LONG_AGO, { ProgressPercent: 1 }));
      equal(field((await readState(kit.device, id)).state, PERCENT), 34, 'the percentage');
    },
  }),
  check({
    id: 'state.number-in-quotes',
    level: 'must',
    title: 'A number in quotes is a number',
    needs: ['write'],
    async run(kit) {
      const id = await bookInReading(kit);
      await putState(kit.device, id, stateUpdate(id, kit.stamp(), { ProgressPercent: '40' }));
      equal(field((await readState(kit.device, id)).state, PERCENT), 40, 'the percentage');
    },
  }),
  check({
    id: 'state.nonsense',
    level: 'should',
    title: 'Nonsense is ignored or refused with 400, and never breaks anything',
    needs: ['write'],
    async run(kit) {
      const id = await bookInReading(kit);
      const odd = { ReadingStates: [stateUpdate(id, kit.stamp(), { ProgressPercent: 'Nijik' })] };
      const statuses: number[] = [];
      for (const body of ['', {}, odd]) {
        const { status } = await kit.device.call('PUT', `/v1/library/${id}/state`, { body });
        holds(status === 200 || status === 400, `200 or 400 to ${JSON.stringify(body).slice(0, 40)}`, status);
        statuses.push(status);
      }
      await readState(kit.device, id);
      return `no body, an empty object, no number: ${statuses.join(', ')}`;
    },
  }),
];

const finish = (device: Parameters<typeof putState>[0], id: string, at: string) =>
  putState(device, id, { EntitlementId: id, LastModified: at, StatusInfo: { LastModified: at, Status: 'Finished' } });
