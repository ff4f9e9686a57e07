import { runInThisContext } from 'node:vm';

/**
 * Lets the `process` of a spec hear of unhandled rejections, as it does outside Jest: Jest gives its specs a copy that
 * hears nothing. Jest goes on listening itself, and fails a test for every rejection nobody deals with.
 */
export function hearRejections(): void {
  const real = runInThisContext('process') as NodeJS.Process;
  const pass = (reason: unknown, promise: Promise<unknown>): void =>
    void process.emit('unhandledRejection', reason, promise);
  const alsoListening = (): void => undefined;
  beforeAll(() => {
    real.on('unhandledRejection', pass);
    process.on('unhandledRejection', alsoListening);
  });
  afterAll(() => {
    real.off('unhandledRejection', pass);
    process.off('unhandledRejection', alsoListening);
  });
}
