import type { UploadAccepted } from '@octavo/contracts';
import { ApiProblem } from '../../api.js';
import type { UploadedBook } from './upload-list.js';
import { type Sending, UploadQueue } from './upload-queue.js';

const LIBRARY = 'l';
const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
const accepted = (path: string, alreadyThere = false): UploadAccepted => ({
  ...{ jobId: path, libraryId: LIBRARY, path, alreadyThere },
});
const problem = { type: '/problems/library.read-only', title: 'No', status: 403, detail: 'Not there', instance: '' };

/** A carrier that does what it is told, when it is told. */
function pretendCarrier() {
  const sent = new Map<string, Sending & { answer: PromiseWithResolvers<UploadAccepted> }>();
  const followed = new Map<string, PromiseWithResolvers<UploadedBook>>();
  const sendings: string[] = [];
  const queue = new UploadQueue({
    send: ({ name }, _libraryId, sending) => {
      const answer = Promise.withResolvers<UploadAccepted>();
      sending.signal.addEventListener('abort', () => answer.reject(new Error('aborted')));
      sent.set(name, { ...sending, answer });
      sendings.push(name);
      return answer.promise;
    },
    follow: (jobId) => {
      const book = Promise.withResolvers<UploadedBook>();
      followed.set(jobId, book);
      return book.promise;
    },
  });
  const states = () => queue.list().map(({ state }) => state);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const receive = async (name: string, alreadyThere = false) => {
    sent.get(name)!.answer.resolve(accepted(name, alreadyThere));
    await settle();
  };
  return { queue, sent, followed, sendings, states, receive, settle };
}

describe('uploads', () => {
  it('are sent two at a time, in the order they were brought', async () => {
    const { queue, sendings, states, receive } = pretendCarrier();
    queue.add([file('a'), file('b'), file('c')], LIBRARY);
    expect(states()).toEqual(['sending', 'sending', 'waiting']);
    await receive('b');
    expect(states()).toEqual(['sending', 'reading', 'sending']);
    expect(sendings).toEqual(['a', 'b', 'c']);
  });

  it('are followed until the book is there', async () => {
    const { queue, followed, receive, settle } = pretendCarrier();
    queue.add([file('a')], LIBRARY);
    await receive('a', true);
    expect(queue.list()[0]).toMatchObject({ state: 'reading', sent: 10, alreadyThere: true });
    followed.get('a')!.resolve({ id: 'book', title: 'Emma', status: 'READY' });
    await settle();
    expect(queue.list()[0]).toMatchObject({ state: 'done', book: { id: 'book', title: 'Emma', status: 'READY' } });
  });

  it('tell how far they are, with a new list for each step', () => {
    const { queue, sent } = pretendCarrier();
    let steps = 0;
    queue.subscribe(() => (steps += 1));
    queue.add([file('a')], LIBRARY);
    const before = queue.list();
    sent.get('a')!.onProgress(7);
    expect(queue.list()[0]?.sent).toBe(7);
    expect(queue.list()).not.toBe(before);
    expect(steps).toBe(2);
  });

  it('that are refused say why, let the next one go, and can be tried again', async () => {
    const { queue, sent, sendings, states, settle } = pretendCarrier();
    queue.add([file('a'), file('b'), file('c')], LIBRARY);
    sent.get('a')!.answer.reject(new ApiProblem(problem));
    await settle();
    expect(queue.list()[0]).toMatchObject({ state: 'failed', problem });
    expect(states()).toEqual(['failed', 'sending', 'sending']);
    queue.retry(queue.list()[0]!.id);
    expect(queue.list()[0]).toMatchObject({ state: 'waiting', problem: null });
    sent.get('b')!.answer.reject(new Error('oops'));
    await settle();
    expect(sendings).toEqual(['a', 'b', 'c', 'a']);
  });

  it('fail where the server could not read them', async () => {
    const { queue, followed, receive, settle } = pretendCarrier();
    queue.add([file('a')], LIBRARY);
    await receive('a');
    followed.get('a')!.reject(new ApiProblem(problem));
    await settle();
    expect(queue.list()[0]).toMatchObject({ state: 'failed', problem });
  });

  it('that are cancelled stop, and make room', async () => {
    const { queue, sent, states, settle } = pretendCarrier();
    queue.add([file('a'), file('b'), file('c')], LIBRARY);
    queue.cancel(queue.list()[0]!.id);
    expect(sent.get('a')!.signal.aborted).toBe(true);
    await settle();
    expect(states()).toEqual(['cancelled', 'sending', 'sending']);
  });

  it('cannot be cancelled any more once the server has them', async () => {
    const { queue, states, receive } = pretendCarrier();
    queue.add([file('a')], LIBRARY);
    await receive('a');
    queue.cancel(queue.list()[0]!.id);
    expect(states()).toEqual(['reading']);
  });

  it('are cancelled all at once without beginning any', () => {
    const { queue, sendings, states } = pretendCarrier();
    queue.add([file('a'), file('b'), file('c'), file('d')], LIBRARY);
    queue.cancelAll();
    expect(states()).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
    expect(sendings).toEqual(['a', 'b']);
  });

  it('that were cancelled and tried again do not hear of the first try', async () => {
    const { queue, sent, states, settle, receive } = pretendCarrier();
    queue.add([file('a')], LIBRARY);
    const first = sent.get('a')!;
    queue.cancel(queue.list()[0]!.id);
    queue.retry(queue.list()[0]!.id);
    await settle();
    first.onProgress(5);
    expect(queue.list()[0]).toMatchObject({ state: 'sending', sent: 0 });
    await receive('a');
    expect(states()).toEqual(['reading']);
  });

  it('are not begun a second time while the first try is under way, or once they are there', async () => {
    const { queue, sendings, followed, states, receive, settle } = pretendCarrier();
    queue.add([file('a')], LIBRARY);
    const { id } = queue.list()[0]!;
    queue.retry(id);
    expect(states()).toEqual(['sending']);
    await receive('a');
    queue.retry(id);
    followed.get('a')!.resolve({ id: 'book', title: 'Emma', status: 'READY' });
    await settle();
    queue.retry(id);
    expect(states()).toEqual(['done']);
    expect(sendings).toEqual(['a']);
  });

  it('that failed are tried again together, but for what will be refused again or was given up', async () => {
    const { queue, sent, states, settle } = pretendCarrier();
    queue.add([file('a'), file('b'), file('c'), file('d')], LIBRARY);
    sent.get('a')!.answer.reject(new ApiProblem({ ...problem, status: 0 }));
    sent.get('b')!.answer.reject(new ApiProblem({ ...problem, status: 415 }));
    await settle();
    sent.get('c')!.answer.reject(new ApiProblem({ ...problem, status: 502 }));
    await settle();
    queue.cancelAll();
    expect(states()).toEqual(['failed', 'failed', 'failed', 'cancelled']);
    queue.retryFailed();
    expect(states()).toEqual(['sending', 'failed', 'sending', 'cancelled']);
  });

  it('are forgotten together, and nothing is sent on', async () => {
    const { queue, sent, settle } = pretendCarrier();
    queue.add([file('a'), file('b'), file('c')], LIBRARY);
    queue.clear();
    await settle();
    expect(queue.list()).toEqual([]);
    expect([...sent.keys()]).toEqual(['a', 'b']);
    expect([...sent.values()].every(({ signal }) => signal.aborted)).toBe(true);
  });
});
