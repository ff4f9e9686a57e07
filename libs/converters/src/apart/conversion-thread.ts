import { answerTasks, type Workbench } from '@octavo/apart';
import { DomainError } from '@octavo/domain';
import { openEpub } from '@octavo/formats';
import { SecondThread } from '../beside/second-thread.js';
import type { ConversionReport } from '../converter.js';
import { converterFor } from '../converters.js';
import { pageNames } from '../kepub/book-files.js';
import { verifyKepub } from '../kepub/verify-kepub.js';
import type { ConversionResult, ConversionTask, WritingTask } from './conversion-task.js';
import { fileSink } from './file-sink.js';
import { fileSource } from './file-source.js';

/** Kept for the books to come; it ends with this thread. */
const second = new SecondThread();

answerTasks<ConversionTask, ConversionResult>(async (task, bench) => {
  const { report, pages } = await (task.do === 'verify' ? onlyOpened(bench) : written(task, bench));
  const made = fileSource(task.target);
  try {
    const verified = await verifyKepub(made, { pages, wellFormed: task.do === 'verify' });
    return { result: { report, ...verified } };
  } finally {
    made.close();
  }
});

/** What was done, and the names of the pages that must be in the result. */
interface Done {
  report: ConversionReport;
  pages: readonly string[];
}

async function onlyOpened({ source }: Workbench): Promise<Done> {
  return { report: { converted: 0, fallbacks: 0, skipped: [] }, pages: pageNames(await openEpub(source)) };
}

async function written(task: WritingTask, { source, progress }: Workbench): Promise<Done> {
  const converter = converterFor(task.from, 'kepub');
  if (!converter) throw new DomainError('format.unsupported', `Nothing turns ${task.from} into KEPUB`);
  let pages: readonly string[] = [];
  const options = { progress, second, kepub: task.options, pages: (names: readonly string[]) => void (pages = names) };
  return { report: await converter.convert(source, fileSink(task.target), options), pages };
}
