import { useSyncExternalStore } from 'react';
import { inTurns } from './in-turns.js';
import type { Upload } from './upload-list.js';
import { UploadQueue } from './upload-queue.js';

/** However many files were sent: that they are read is asked of a few at a time. */
const MOST_FOLLOWED = 4;
const inTurn = inTurns(MOST_FOLLOWED);

/** What is being uploaded from this page. How that is done is loaded with the first file. */
export const uploadQueue = new UploadQueue({
  send: async (...file) => (await import('./send-file.js')).sendFile(...file),
  follow: (...job) => inTurn(async () => (await import('./follow-job.js')).followJob(...job)),
});

export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(uploadQueue.subscribe, uploadQueue.list);
}
