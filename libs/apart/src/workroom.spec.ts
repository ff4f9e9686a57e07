import { bytesAccess, DomainError } from '@octavo/domain';
import { extname } from 'node:path';
import type { RoomLimits } from './limits.js';
import type { TestTask } from './testing/test-thread.js';
import { Workroom } from './workroom.js';

const THREAD = new URL(`./testing/test-thread${extname(import.meta.filename)}`, import.meta.url);
const LIMITS: RoomLimits = { seats: 1, workMs: 60_000, heapMb: 64, bytesMb: 96, idleMs: 30_000 };
const BOOK = bytesAccess(Buffer.from('a book'));

const rooms: Workroom<TestTask, string>[] = [];
function aRoom(limits: Partial<RoomLimits> = {}): Workroom<TestTask, string> {
  const cutOff = (over: string) => new DomainError('conversion.failed', `too much ${over}`);
  const room = new Workroom<TestTask, string>({ thread: THREAD, cutOff }, { ...LIMITS, ...limits });
  rooms.push(room);
  return room;
}
afterAll(() => Promise.all(rooms.map((room) => room.close())));

describe('a room apart', () => {
  it('gives what the task gives, which has the source by ranges', async () => {
    const far = { size: 6, read: (offset: number, length: number) => BOOK.read(offset, length) };
    expect(await aRoom().work({ do: 'read' }, far)).toBe('a book');
  });

  it('hands over whole what is near', async () => {
    const near = { ...BOOK, size: 6, near: true, read: (offset: number, length: number) => BOOK.read(offset, length) };
    expect(await aRoom().work({ do: 'read' }, near)).toBe('a book');
  });

  it('tells how far the task is, from the first step to the last', async () => {
    const told: [number, number][] = [];
    await aRoom().work({ do: 'count', to: 3 }, BOOK, { progress: (done, total) => told.push([done, total]) });
    expect([told.at(0), told.at(-1)]).toEqual([
      [1, 3],
      [3, 3],
    ]);
  });

  it('gives a problem as the task has it, and what is no problem as a failure', async () => {
    const room = aRoom();
    await expect(room.work({ do: 'refuse' }, BOOK)).rejects.toMatchObject({ code: 'format.encrypted', detail: 'no' });
    await expect(room.work({ do: 'break' }, BOOK)).rejects.toThrow(/broken/);
  });

  it('has a source’s own failure come back as it was', async () => {
    const failure = new Error('unplugged');
    const source = { size: 6, read: () => Promise.reject(failure) };
    await expect(aRoom().work({ do: 'read' }, source)).rejects.toBe(failure);
  });

  it('cuts off what does not end, and works on', async () => {
    const room = aRoom({ workMs: 15_000 });
    await room.work({ do: 'read' }, BOOK);
    await expect(room.work({ do: 'spin' }, BOOK)).rejects.toMatchObject({ detail: 'too much time' });
    expect(await room.work({ do: 'read' }, BOOK)).toBe('a book');
  });

  it.each(['objects', 'bytes'] as const)('cuts off what takes too many %s, and works on', async (kind) => {
    const room = aRoom();
    await expect(room.work({ do: 'grow', kind }, BOOK)).rejects.toMatchObject({ detail: 'too much memory' });
    expect(await room.work({ do: 'read' }, BOOK)).toBe('a book');
  });

  it('stops when it is told to, with the reason it was given', async () => {
    const room = aRoom();
    await room.work({ do: 'read' }, BOOK);
    const controller = new AbortController();
    const spinning = room.work({ do: 'spin' }, BOOK, { signal: controller.signal });
    const reason = new Error('enough');
    setTimeout(() => controller.abort(reason), 200);
    await expect(spinning).rejects.toBe(reason);
    expect(await room.work({ do: 'read' }, BOOK)).toBe('a book');
  });

  it('has a thread that ended by itself started anew', async () => {
    const room = aRoom();
    await expect(room.work({ do: 'exit' }, BOOK)).rejects.toThrow(/ended/);
    expect(await room.work({ do: 'read' }, BOOK)).toBe('a book');
  });
});
