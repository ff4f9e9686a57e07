import { answerTasks } from '@octavo/apart';
import { readBook } from '../readers.js';
import type { BookRead } from './reading-room.js';

answerTasks<{ name: string }, BookRead>(async ({ name }, { source }) => {
  const { format, draft } = await readBook(source, name);
  if (draft.cover) draft.cover.bytes = Uint8Array.from(draft.cover.bytes); // a view of more would be sent with all of it
  return { result: { format, draft }, transfer: draft.cover ? [draft.cover.bytes.buffer as ArrayBuffer] : [] };
});
