import { sendForm } from '../uploads/send-form.js';
import { assertTaken } from '../uploads/upload-answer.js';
import type { Sending } from '../uploads/upload-queue.js';

/**
 * Sends a picture to be a book's cover. Throws an ApiProblem when it is refused or the connection breaks, the signal's
 * reason when it is given up.
 */
export async function sendCover(file: File, bookId: string, sending: Sending): Promise<void> {
  const form = new FormData();
  form.append('file', file, file.name);
  const address = `/api/books/${encodeURIComponent(bookId)}/cover`;
  const { status, responseText } = await sendForm('PUT', address, form, sending);
  assertTaken(status, responseText);
}
