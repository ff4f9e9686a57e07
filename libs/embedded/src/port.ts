import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** A TCP port that nothing on the loopback address listens on now. */
export function freePort(): Promise<number> {
  return listenBriefly(0);
}

/** The port noted in `file` by an earlier run, if it is still free, else another free one. Addresses stay stable that way. */
export async function rememberedPort(file: string): Promise<number> {
  const noted = Number(await readFile(file, 'utf8').catch(() => ''));
  if (!Number.isInteger(noted) || noted < 1 || noted > 65_535) return freePort();
  return listenBriefly(noted).catch(freePort);
}

function listenBriefly(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(wanted, LOOPBACK, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
