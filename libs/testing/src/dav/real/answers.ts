import { request } from 'node:http';

/** Whoever only asks whether a server is up calls himself so; Apache does not write it down. */
export const READY_AGENT = 'octavo-ready';

/** Whether a server says anything at all. */
export function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = request(url, { agent: false, headers: { 'user-agent': READY_AGENT } }, (answer) => {
      answer.resume();
      resolve(true);
    });
    asking.on('error', () => resolve(false)).end();
  });
}
