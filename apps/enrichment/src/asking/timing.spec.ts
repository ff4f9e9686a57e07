import { Timing } from './timing.js';

describe('a pause', () => {
  it('ends by itself', async () => {
    await expect(new Timing().sleep(1, new AbortController().signal)).resolves.toBeUndefined();
  });

  it('is cut short with the reason', async () => {
    const stop = new AbortController();
    const pause = new Timing().sleep(3_600_000, stop.signal);
    const reason = new Error('cancelled');
    stop.abort(reason);
    await expect(pause).rejects.toBe(reason);
    await expect(new Timing().sleep(0, stop.signal)).rejects.toBe(reason);
  });
});
