import { check } from '../check.js';
import { equal, holds } from '../expectation.js';
import { bookInReading, LOCATION, putState, readState, stateUpdate } from '../state-calls.js';
import { about, field, kindOf, ofKind, text } from '../sync-items.js';
import { UNKNOWN_ID } from '../unknown-id.js';

const A_FEW = 3;

/** Where the reader is: told by one device, and to the others. */
export const READING_STATE = [
  check({
    id: 'state.unread',
    level: 'must',
    title: 'A book nobody opened is ready to read, and all three parts of its state are dated',
    needs: ['reader'],
    async run(kit) {
      const device = kit.at(await kit.hands.reader(1));
      const [item] = await device.sync();
      const { state } = await readState(device, text(item, 'NewEntitlement.BookEntitlement.Id'));
      equal(field(state, 'StatusInfo.Status'), 'ReadyToRead', 'the status');
    },
  }),
  check({
    id: 'state.taken',
    level: 'must',
    title: 'What a device tells of its reader is taken, part by part',
    needs: ['write'],
    async run(kit) {
      const { id } = await kit.someBook();
      const answer = await putState(kit.device, id, stateUpdate(id, kit.stamp()));
      equal(field(answer, 'RequestResult'), 'Success', 'RequestResult');
      const result = (field(answer, 'UpdateResults') as unknown[] | undefined)?.[0];
      for (const part of ['CurrentBookmarkResult', 'StatisticsResult', 'StatusInfoResult']) {
        equal(field(result, `${part}.Result`), 'Success', part);
      }
    },
  }),
  check({
    id: 'state.kept',
    level: 'must',
    title: 'It comes back as it was told, in whole numbers',
    needs: ['write'],
    async run(kit) {
      const id = await bookInReading(kit);
      const { state, text: written } = await readState(kit.device, id);
      holds(/"ProgressPercent":\s*34\s*[,}]/.test(written), 'ProgressPercent written as 34', written);
      equal(field(state, 'CurrentBookmark.Location'), LOCATION, 'the location');
      const minutes = ['SpentReadingMinutes', 'RemainingTimeMinutes'].map((name) => field(state, `Statistics.${name}`));
      equal(minutes, [142, 260], 'the minutes');
      equal(field(state, 'StatusInfo.Status'), 'Reading', 'the status');
    },
  }),
  check({
    id: 'state.no-echo',
    level: 'must',
    title: 'A device is not told what it told itself',
    needs: ['write'],
    async run(kit) {
      const device = kit.at(kit.base);
      await device.sync();
      const id = await bookInReading(kit);
      equal(about(await device.sync(), id).map(kindOf), [], 'what the next sync says of the book');
    },
  }),
  check({
    id: 'state.other-device',
    level: 'must',
    title: 'Another device of the account is told once',
    needs: ['write', 'pair'],
    async run(kit) {
      const other = kit.at(await kit.hands.pair(kit.base));
      await other.sync();
      const id = await bookInReading(kit);
      const items = about(await other.sync(), id);
      equal(items.map(kindOf), ['ChangedReadingState'], 'what the other device is told');
      const state = field(items[0], 'ChangedReadingState.ReadingState');
      equal(field(state, 'CurrentBookmark.ProgressPercent'), 34, 'the percentage');
      equal(field(state, 'StatusInfo.Status'), 'Reading', 'the status');
      equal(about(await other.sync(), id), [], 'what it is told after that');
    },
  }),
  check({
    id: 'state.page',
    level: 'should',
    title: 'More changed states than fit on a page come on two',
    needs: ['reader', 'pageSize', 'finishBooks'],
    async run(kit) {
      const { pageSize } = kit.hands;
      const device = kit.at(await kit.hands.reader(pageSize + A_FEW));
      const books = await device.sync();
      const ids = books.map((item) => text(item, 'NewEntitlement.BookEntitlement.Id'));
      await kit.hands.finishBooks(device.base, ids);
      const pages = await device.pages();
      const told = pages.map(({ items, more }) => [ofKind(items, 'ChangedReadingState').length, more]);
      equal(
        told,
        [
          [pageSize, true],
          [A_FEW, false],
        ],
        'the states on each page',
      );
    },
  }),
  check({
    id: 'state.unknown-book',
    level: 'must',
    title: 'A book nobody knows is answered like any other: a refusal would be repeated for ever',
    needs: ['write'],
    async run({ device }) {
      const body = { ReadingStates: [stateUpdate(UNKNOWN_ID, '2026-03-08T21:14:03Z')] };
      const put = await device.call('PUT', `/v1/library/${UNKNOWN_ID}/state`, { body });
      const get = await device.get(`/v1/library/${UNKNOWN_ID}/state`);
      equal([put.status, get.status], [200, 200], 'the statuses of PUT and GET');
    },
  }),
];
