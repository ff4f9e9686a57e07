import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort, rememberedPort } from './port.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let path: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ path, remove } = await temporaryFolder()));
afterEach(() => remove());

it('remembers a port that is still free', async () => {
  const port = await freePort();
  await writeFile(join(path, 'port'), `${port}\n`);
  expect(await rememberedPort(join(path, 'port'))).toBe(port);
});

it('finds another when somebody listens on the remembered one', async () => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  await writeFile(join(path, 'port'), String(port));
  expect(await rememberedPort(join(path, 'port'))).not.toBe(port);
  server.close();
});

it.each(['', 'x', '0', '-1', '65536', '80.5'])('takes %p for no port', async (text) => {
  await writeFile(join(path, 'port'), text);
  const port = await rememberedPort(join(path, 'port'));
  expect(port).toBeGreaterThan(1023);
});
