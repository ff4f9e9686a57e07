import fc from 'fast-check';
import {
  canRetry,
  mostInteresting,
  nextToSend,
  summaryOf,
  type Upload,
  type UploadState,
  withChange,
} from './upload-list.js';

const STATES: UploadState[] = ['waiting', 'sending', 'reading', 'done', 'failed', 'cancelled'];

const upload = (id: number, state: UploadState, what: Partial<Upload> = {}): Upload => ({
  ...{ id, name: `${id}.epub`, size: 100, sent: 0, libraryId: 'l', state },
  ...{ alreadyThere: false, book: null, problem: null },
  ...what,
});
const all = (...states: UploadState[]) => states.map((state, id) => upload(id, state));
const refused = (status: number) => ({ type: '', title: '', status, detail: '', instance: '' });

describe('the next file to be sent', () => {
  it('is the first that waits, while a lane is free', () => {
    expect(nextToSend(all('sending', 'waiting', 'waiting'), 2)?.id).toBe(1);
    expect(nextToSend(all('reading', 'failed', 'waiting'), 2)?.id).toBe(2);
  });

  it('is none while all lanes are busy, or where none waits', () => {
    expect(nextToSend(all('sending', 'sending', 'waiting'), 2)).toBeUndefined();
    expect(nextToSend(all('done', 'cancelled'), 2)).toBeUndefined();
  });
});

describe('a change', () => {
  it('is made to one upload, and to a list of its own', () => {
    const before = all('waiting', 'waiting');
    const after = withChange(before, 1, { state: 'sending' });
    expect(after.map(({ state }) => state)).toEqual(['waiting', 'sending']);
    expect(before.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  });
});

describe('another try', () => {
  it('is offered for what was given up or failed, not for what will be refused again', () => {
    const offered = STATES.filter((state) => canRetry({ state, problem: null }));
    expect(offered).toEqual(['failed', 'cancelled']);
    const statuses = [0, 403, 413, 415, 500].filter((status) =>
      canRetry({ state: 'failed', problem: refused(status) }),
    );
    expect(statuses).toEqual([0, 403, 500]);
  });
});

describe('how far all have come', () => {
  it('is measured in bytes of what is not given up', () => {
    const uploads = [
      upload(1, 'done'),
      upload(2, 'sending', { sent: 50 }),
      upload(3, 'waiting'),
      upload(4, 'failed', { size: 1_000_000 }),
      upload(5, 'reading', { sent: 100 }),
    ];
    expect(summaryOf(uploads)).toEqual({ total: 5, ended: 2, done: 1, failed: 1, percent: (100 * 250) / 400 });
  });

  it('lies between nothing and all, whatever the list', () => {
    const some = fc.record({ state: fc.constantFrom(...STATES), size: fc.nat(), sent: fc.nat() });
    fc.assert(
      fc.property(fc.array(some), (list) => {
        const { percent, ended, total, done, failed } = summaryOf(
          list.map(({ state, ...what }, id) => upload(id, state, what)),
        );
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(done + failed).toBeLessThanOrEqual(ended);
        expect(ended).toBeLessThanOrEqual(total);
      }),
    );
  });
});

describe('what is shown of many', () => {
  const ids = (uploads: readonly Upload[]) => uploads.map(({ id }) => id);

  it('is all of it, in its order, where it fits', () => {
    expect(ids(mostInteresting(all('done', 'waiting', 'sending'), 3))).toEqual([0, 1, 2]);
  });

  it('is what moves and what failed before what waits or is over', () => {
    const uploads = all('done', 'waiting', 'failed', 'cancelled', 'sending', 'reading');
    expect(ids(mostInteresting(uploads, 4))).toEqual([4, 2, 5, 1]);
  });
});
