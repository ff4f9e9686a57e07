import { checkRedis } from './check-redis.js';
import { freePort } from './port.js';

it.each([
  ['', /not a Redis address/],
  ['localhost:6379', /not a Redis address/],
  ['http://localhost', /not a Redis address/],
  ['redis://:secret@no-such-host.invalid', /no-such-host\.invalid, which is not known here/],
])('says of %p what is wrong', async (url, reason) => {
  expect(await checkRedis(url)).toMatch(reason);
});

it('says that nobody listens, without the password', async () => {
  const port = await freePort();
  expect(await checkRedis(`redis://:secret@127.0.0.1:${port}`)).toBe(
    `No Redis listens at 127.0.0.1:${port} (REDIS_URL)`,
  );
});

const withRedis = process.env['TEST_REDIS_URL'] ? it : it.skip;

withRedis('finds nothing wrong with a server that answers, and tells a wrong password from that', async () => {
  const url = new URL(process.env['TEST_REDIS_URL'] ?? '');
  expect(await checkRedis(url.href)).toBeUndefined();
  url.password = 'guess';
  expect(await checkRedis(url.href)).toMatch(/refuses the password/);
});
