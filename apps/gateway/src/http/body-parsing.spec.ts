import fastify from 'fastify';
import { parseBodies } from './body-parsing.js';

const said = async (url: string, payload: string) => {
  const server = fastify();
  parseBodies(server);
  server.post('/*', (request) => ({ body: request.body ?? null }));
  const answer = await server.inject({ method: 'POST', url, payload, headers: { 'content-type': 'text/plain' } });
  await server.close();
  return { status: answer.statusCode, ...answer.json<{ body?: unknown }>() };
};

describe('the body of a request', () => {
  it.each([
    ['is JSON, whatever it calls itself', '{"a":[1,"b"]}', { a: [1, 'b'] }],
    ['loses the character that no database holds', '{"a\\u0000b":"\\u0000x\\u0000\\u0000y"}', { ab: 'xy' }],
    ['keeps what only looks like it', '{"a":"\\\\u0000","b":"\\\\\\u0000"}', { a: '\\u0000', b: '\\' }],
  ])('%s', async (_what, payload, expected) => {
    expect(await said('/api/books', payload)).toEqual({ status: 200, body: expected });
  });

  it('that is no JSON is refused, and left as bytes where devices call', async () => {
    expect((await said('/api/books', '{"a":')).status).not.toBe(200);
    expect(await said('/kobo/x/v1/y', '{"a":')).toMatchObject({ status: 200, body: { type: 'Buffer' } });
  });
});
