import { answerTasks } from '@octavo/apart';
import { embedMetadata } from '../embedding/embed-metadata.js';
import type { EmbedReport } from '../embedding/embedder.js';
import { verifyEmbedded } from '../embedding/verify-embedded.js';
import type { EmbeddingTask } from './embedding-room.js';
import { fileSink } from './file-sink.js';
import { fileSource } from './file-source.js';

answerTasks<EmbeddingTask, EmbedReport>(async ({ target, request }, { source }) => {
  const report = await embedMetadata(source, request, fileSink(target));
  if (report.changed.length === 0) return { result: report };
  const made = fileSource(target);
  try {
    await verifyEmbedded(source, made, request);
    return { result: report };
  } finally {
    made.close();
  }
});
