import { awaitJob } from './await-job.js';

const jobId = '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d';
const at = '2026-01-02T03:04:05.000Z';
const run = (state: string) => ({
  ...{
    id: jobId,
    queue: 'enrichment',
    name: 'enrichBook',
    subject: null,
    state,
    attempts: 1,
    result: null,
    error: null,
  },
  ...{ progress: { done: 0, total: null }, createdAt: at, startedAt: null, finishedAt: null },
});
const atOnce = () => Promise.resolve();

/** The server's answers, one after the other; a number is a refusal. */
function answering(...answers: (object | number)[]) {
  const asked = jest.spyOn(globalThis, 'fetch').mockImplementation(() => {
    const answer = answers.shift();
    if (typeof answer === 'object') return Promise.resolve(new Response(JSON.stringify(answer)));
    return Promise.resolve(new Response('', { status: answer ?? 404 }));
  });
  return asked;
}

afterEach(() => jest.restoreAllMocks());

describe('waiting for a job', () => {
  it.each(['completed', 'failed', 'cancelled'])(
    'ends when it is %s, whatever the server did between',
    async (state) => {
      const asked = answering(run('waiting'), 503, run('active'), run(state));
      await expect(awaitJob(jobId, undefined, atOnce)).resolves.toMatchObject({ state });
      expect(asked).toHaveBeenCalledTimes(4);
    },
  );

  it('ends where the job may not be looked at', async () => {
    answering(403);
    await expect(awaitJob(jobId, undefined, atOnce)).rejects.toMatchObject({ status: 403 });
  });
});
