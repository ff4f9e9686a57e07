import type { UploadAccepted } from '@octavo/contracts';
import { withQuery } from '../../api.js';
import { sendForm } from './send-form.js';
import { readUploadAnswer } from './upload-answer.js';
import type { Sending } from './upload-queue.js';

/**
 * Sends a file into a library. Throws an ApiProblem when it is refused or the connection breaks, the signal's reason when
 * it is given up.
 */
export async function sendFile(file: File, libraryId: string, sending: Sending): Promise<UploadAccepted> {
  // It may have been given up while this code was loaded, and an abort that is over is told nobody.
  sending.signal.throwIfAborted();
  const form = new FormData();
  form.append('file', file, file.name);
  const address = withQuery('/api/uploads', { libraryId });
  // What is sent is the file and a few lines around it.
  const onProgress = (loaded: number) => sending.onProgress(Math.min(loaded, file.size));
  const { status, responseText } = await sendForm('POST', address, form, { ...sending, onProgress });
  return readUploadAnswer(status, responseText);
}
