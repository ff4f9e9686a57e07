/** Where an error came from, as its stack has it; exceptions of pdf.js carry that of its module. */
const FROM_PDFJS = /pdfjs-dist|pdf\.js\/src/;

let watching = 0;

/**
 * Takes the blame off the promises pdf.js drops: it reads ahead in the page tree, and where that is damaged a promise
 * nobody waits for is rejected, which would end the process. All others end it as before. Gives what stops the watch.
 */
export function watchStrayRejections(): () => void {
  if (watching++ === 0) process.on('unhandledRejection', forgive);
  return () => {
    if (--watching === 0) process.off('unhandledRejection', forgive);
  };
}

function forgive(reason: unknown, promise: Promise<unknown>): void {
  const alone = process.listenerCount('unhandledRejection') === 1;
  const stack = typeof reason === 'object' && reason !== null && 'stack' in reason ? String(reason.stack) : '';
  if (FROM_PDFJS.test(stack)) {
    if (!alone) promise.catch(() => undefined); // so that the others hear it is dealt with
  } else if (alone) throw reason; // as if nobody listened; where others do, it is theirs to decide
}
