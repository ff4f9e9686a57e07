import { Session } from '@octavo/contracts';
import { ApiProblem, ask, problemOf, tell, withQuery } from './api.js';

const user = {
  id: '7f3c1f64-5f0e-4a57-9f0c-0d3b7a1c2e4d',
  email: 'ada@example.org',
  name: 'Ada',
  role: 'admin',
  createdAt: '2026-01-02T03:04:05Z',
};
const problem = {
  type: '/problems/session.wrong-password',
  title: 'The e-mail address or the password is wrong',
  status: 401,
  detail: 'Try another.',
  instance: 'r1',
};

const answering = (body: unknown, status = 200) =>
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() =>
      Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })),
    );

const failure = async (asked: Promise<unknown>): Promise<ApiProblem> => {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiProblem) return error;
  throw new Error('expected an ApiProblem');
};

afterEach(() => jest.restoreAllMocks());

describe('asking the gateway', () => {
  it('gives the answer as the contract has it', async () => {
    answering({ user: { ...user, surplus: 1 } });
    await expect(ask(Session, '/api/session')).resolves.toEqual({ user });
  });

  it('sends a body as JSON', async () => {
    const fetched = answering({ user });
    await ask(Session, '/api/session', { method: 'POST', body: { email: 'a' } });
    expect(fetched).toHaveBeenCalledWith(
      '/api/session',
      expect.objectContaining({
        method: 'POST',
        body: '{"email":"a"}',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
      }),
    );
  });

  it('says no content type where there is no body, which some servers refuse', async () => {
    const fetched = answering('', 200);
    await tell('/api/session', { method: 'DELETE' });
    expect(fetched.mock.calls[0]?.[1]?.headers).toEqual({ accept: 'application/json' });
  });

  it('throws the problem the server sent, with its code', async () => {
    answering(problem, 401);
    const error = await failure(ask(Session, '/api/session'));
    expect(error).toMatchObject({ code: 'session.wrong-password', status: 401, message: 'Try another.' });
  });

  it('makes a problem of a refusal that is none, such as a proxy page', async () => {
    answering('<html>Bad gateway</html>', 502);
    const error = await failure(tell('/api/x', { method: 'POST' }));
    expect(error).toMatchObject({ status: 502, code: 'about:blank' });
  });

  it.each(['{"user":{}}', '<!doctype html>', ''])('refuses an answer that does not fit: %s', async (body) => {
    answering(body);
    const error = await failure(ask(Session, '/api/session'));
    expect(error.problem.title).toBe('The answer was not understood');
  });

  it('tells no answer from a bad one', async () => {
    jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
    expect((await failure(ask(Session, '/api/session'))).status).toBe(0);
  });

  it('lets a request that was given up end as such', async () => {
    const gone = new DOMException('aborted', 'AbortError');
    jest.spyOn(globalThis, 'fetch').mockRejectedValue(gone);
    await expect(ask(Session, '/api/session', { signal: AbortSignal.abort() })).rejects.toBe(gone);
  });
});

describe('an address with a query', () => {
  it('leaves out what is undefined and escapes the rest', () => {
    expect(withQuery('/api/books', { q: 'a & b', cursor: undefined, limit: 60 })).toBe('/api/books?q=a+%26+b&limit=60');
    expect(withQuery('/api/books', { q: undefined })).toBe('/api/books');
  });
});

describe('any error', () => {
  it('has words for a person', () => {
    expect(problemOf(new ApiProblem(problem))).toBe(problem);
    expect(problemOf(new Error('oops')).detail).toBe('oops');
    expect(problemOf('oops').detail).toBe('oops');
  });
});
