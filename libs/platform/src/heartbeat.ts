import { utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EVERY_MS = 5_000;

/** The file whose age tells a container's health check that this worker's loop still turns. */
export const heartbeatFile = (app: string) => join(tmpdir(), `octavo-${app}.alive`);

/** Touches the worker's heartbeat file until the returned function is called. */
export function startHeartbeat(app: string): () => void {
  const file = heartbeatFile(app);
  writeFileSync(file, String(process.pid));
  const timer = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
