import type { Problem } from '@octavo/contracts';
import { asSentence } from '../../ui/as-sentence.js';
import { inBytes } from '../../ui/sizes.js';
import type { Upload, UploadSummary } from './upload-list.js';

/** How a file fares, in a few words. */
export function uploadWords({ state, size, sent, alreadyThere, book, problem }: Upload): string {
  switch (state) {
    case 'waiting':
      return `${inBytes(size)}, waiting`;
    case 'sending':
      return sent < size ? `${inBytes(sent)} of ${inBytes(size)}` : 'Sent, being put on the shelf';
    case 'reading':
      return 'Being read';
    case 'done':
      return `${alreadyThere ? 'Was in the library already' : 'Added'}${book?.status === 'PROBLEM' ? ', but cannot be read' : ''}`;
    case 'failed':
      return problem ? refusalWords(problem) : 'It was not added.';
    case 'cancelled':
      return 'Cancelled';
  }
}

/** Why a file was not taken, and what can be done about it. */
export function refusalWords({ type, detail }: Problem): string {
  const code = type.split('/').at(-1);
  if (code === 'library.read-only')
    return `${asSentence(detail)} Let the server write there (in a container, mount the folder without “ro”), or copy the file into it yourself.`;
  if (code === 'upload.too-large') return `${asSentence(detail)} The server’s UPLOAD_LIMIT says how large.`;
  return asSentence(detail);
}

/** All of them in one line: "Adding 3 of 12", "12 added", "11 added, 1 not". */
export function summaryWords({ total, ended, done, failed }: UploadSummary): string {
  if (ended < total) return `Adding ${ended + 1} of ${total}`;
  const parts = [done > 0 || failed === 0 ? `${done} added` : '', failed > 0 ? `${failed} not` : ''].filter(
    (words) => words !== '',
  );
  return parts.join(', ').replace(/^(\d+) not$/, '$1 not added');
}
