import { watchStrayRejections } from './stray-rejections.js';

/** As Node tells of it; true when somebody listened. */
const reject = (reason: unknown) => process.emit('unhandledRejection', reason, Promise.resolve());

function fromPdfjs(): Error {
  const error = new Error('Bad XRef entry');
  error.stack =
    'Error: Bad XRef entry\n    at fetch (file:///app/node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs:1:1)';
  return error;
}

describe('a promise that is dropped', () => {
  it('by pdf.js ends nothing while a PDF is open', () => {
    const unwatch = watchStrayRejections();
    expect(reject(fromPdfjs())).toBe(true);
    unwatch();
    expect(reject(fromPdfjs())).toBe(false);
  });

  it.each([new Error('ours'), 'ours', undefined])('by others (%s) ends the process as it would have', (reason) => {
    const unwatch = watchStrayRejections();
    let thrown: unknown = 'nothing';
    try {
      reject(reason);
    } catch (error) {
      thrown = error;
    }
    unwatch();
    expect(thrown).toBe(reason);
  });

  it('by others is left to those who listen', () => {
    const heard: unknown[] = [];
    const listen = (reason: unknown): void => void heard.push(reason);
    process.on('unhandledRejection', listen);
    const unwatch = watchStrayRejections();
    reject('ours');
    unwatch();
    process.off('unhandledRejection', listen);
    expect(heard).toEqual(['ours']);
  });

  it('is watched for until the last PDF is closed', () => {
    const [first, second] = [watchStrayRejections(), watchStrayRejections()];
    first();
    expect(reject(fromPdfjs())).toBe(true);
    second();
    expect(process.listenerCount('unhandledRejection')).toBe(0);
  });
});
