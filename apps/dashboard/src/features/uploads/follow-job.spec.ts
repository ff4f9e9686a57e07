import { ApiProblem } from '../../api.js';
import { followJob } from './follow-job.js';

const jobId = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';
const bookId = '0a3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';
const at = '2026-01-02T03:04:05.000Z';
const run = (state: string, what: object = {}) => ({
  ...{ id: jobId, queue: 'ingest', name: 'importFile', subject: 'Emma.epub', state, attempts: 1 },
  ...{
    progress: { done: 0, total: null },
    result: null,
    error: null,
    createdAt: at,
    startedAt: null,
    finishedAt: null,
  },
  ...what,
});
const book = {
  ...{ id: bookId, title: 'Emma', subtitle: null, contributors: [], series: [], language: null, publisher: null },
  ...{ publishedDate: null, description: null, identifiers: [], subjects: [], coverUrl: null, abridged: null },
  ...{ status: 'READY', missing: false, files: [], addedAt: at, updatedAt: at, provenance: {}, shelfIds: [] },
};
const added = run('completed', { result: { outcome: 'added', bookId } });

/** The server's answers, one after the other; a number is a refusal, null no answer at all. */
function answering(...answers: (object | number | null)[]) {
  const asked: string[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((address) => {
    asked.push(address as string);
    const answer = answers.shift();
    if (answer === null || answer === undefined) return Promise.reject(new TypeError('fetch failed'));
    if (typeof answer === 'number') return Promise.resolve(new Response('', { status: answer }));
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  return asked;
}

const follow = async (signal = new AbortController().signal) => {
  const pauses: number[] = [];
  const wait = (pause: number) => {
    pauses.push(pause);
    return Promise.resolve();
  };
  return { found: await followJob(jobId, signal, wait), pauses };
};

afterEach(() => jest.restoreAllMocks());

describe('following an upload', () => {
  it('ends with the book, once its job is through', async () => {
    const asked = answering(run('waiting'), run('active'), added, book);
    const { found, pauses } = await follow();
    expect(found).toEqual({ id: bookId, title: 'Emma', status: 'READY' });
    expect(asked.at(-1)).toBe(`/api/books/${bookId}`);
    expect(pauses).toHaveLength(2);
  });

  it('asks more and more slowly, and no more slowly than every three seconds', async () => {
    answering(...Array.from({ length: 20 }, () => run('active')), added, book);
    const { pauses } = await follow();
    expect(pauses.slice(0, 2)).toEqual([300, 450]);
    expect(pauses.at(-1)).toBe(3_000);
  });

  it('goes on while the server does not answer, be it about the job or about the book', async () => {
    answering(null, 503, added, null, added, book);
    expect((await follow()).found.title).toBe('Emma');
  });

  it.each([
    [run('failed', { error: { code: 'file.unreadable', detail: 'It is torn' } }), 'It is torn'],
    [run('cancelled'), 'somebody stopped the job'],
    [run('completed', { result: { outcome: 'gone', bookId: null } }), 'taken away again'],
    [run('completed', { result: 'something newer' }), 'taken away again'],
  ])('says why there is no book: %j', async (ended, why) => {
    answering(ended);
    await expect(follow()).rejects.toMatchObject({
      name: 'ApiProblem',
      message: expect.stringContaining(why) as string,
    });
  });

  it('ends where the job is not known any more', async () => {
    answering(404);
    await expect(follow()).rejects.toBeInstanceOf(ApiProblem);
  });

  it('stops when it is told to', async () => {
    answering(run('active'), added);
    const controller = new AbortController();
    const stopped = followJob(jobId, controller.signal, () => Promise.resolve(controller.abort()));
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});
