import { createServer } from 'node:net';
import { checkDatabase } from './check-database.js';
import { freePort } from './port.js';

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';

function variant(change: (address: URL) => void): string {
  const address = new URL(SERVER);
  change(address);
  return address.href;
}

it('finds nothing wrong with a database that answers', async () => {
  expect(await checkDatabase(SERVER)).toBeUndefined();
});

it.each([
  ['', /not a PostgreSQL address/],
  ['mysql://u:secret@localhost/db', /not a PostgreSQL address/],
  ['localhost:5432/octavo', /not a PostgreSQL address/],
  ['postgresql://u:sec%ret@localhost/db', /not a PostgreSQL address.*percent-encoded/],
  ['postgresql://u:secret@no-such-host.invalid/db', /no-such-host\.invalid, which is not known here/],
])('says of %p what is wrong', async (url, reason) => {
  const said = await checkDatabase(url);
  expect(said).toMatch(reason);
  expect(said).not.toContain('secret');
});

it('says that nobody listens', async () => {
  const port = await freePort();
  expect(await checkDatabase(`postgresql://u:secret@127.0.0.1:${port}/db`)).toBe(
    `No PostgreSQL listens at 127.0.0.1:${port} (DATABASE_URL)`,
  );
});

it('says that the password is refused, without saying it', async () => {
  const said = await checkDatabase(variant((address) => (address.password = 'open-sesame')));
  expect(said).toMatch(/refuses the user \w+ or the password/);
  expect(said).not.toContain('open-sesame');
});

it('says which database is missing', async () => {
  expect(await checkDatabase(variant((address) => (address.pathname = '/nowhere')))).toMatch(/has no database nowhere/);
});

it('gives up on a server that takes the connection and says nothing, and keeps the password to itself', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as { port: number };
  const said = await checkDatabase(`postgresql://u:secret@127.0.0.1:${port}/db`, 200);
  expect(said).toMatch(/cannot be used: .*time/i);
  silent.close();
});
