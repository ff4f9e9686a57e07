import { noUploadAnswer } from './upload-answer.js';
import type { Sending } from './upload-queue.js';

/**
 * Sends a form with a file in it; gives the answer, whatever it is. XMLHttpRequest, since fetch does not tell how far it
 * is: `onProgress` is told all bytes, those around the file too. Throws an ApiProblem when the connection breaks, the
 * signal's reason when it is given up.
 */
export function sendForm(
  method: 'POST' | 'PUT',
  address: string,
  form: FormData,
  { signal, onProgress }: Sending,
): Promise<Pick<XMLHttpRequest, 'status' | 'responseText'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve(request);
    request.onerror = () => reject(noUploadAnswer());
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
