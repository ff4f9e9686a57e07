import { answerTasks, type Workbench } from '@octavo/apart';
import { DomainError } from '@octavo/domain';
import type { ConversionReport } from '../converter.js';
import { converterFor } from '../converters.js';
import { verifyKepub } from '../kepub/verify-kepub.js';
import type { ConversionResult, ConversionTask } from './conversion-task.js';
import { fileSink } from './file-sink.js';
import { fileSource } from './file-source.js';

answerTasks<ConversionTask, ConversionResult>(async (task, bench) => {
  const report = await written(task, bench);
  const made = fileSource(task.target);
  try {
    const original = task.do === 'verify' || task.from === 'epub' ? bench.source : undefined;
    const verified = await verifyKepub(made, { original, wellFormed: task.do === 'verify' });
    return { result: { report, ...verified } };
  } finally {
    made.close();
  }
});

async function written(task: ConversionTask, { source, progress }: Workbench): Promise<ConversionReport> {
  if (task.do === 'verify') return { converted: 0, fallbacks: 0, skipped: [] };
  const converter = converterFor(task.from, 'kepub');
  if (!converter) throw new DomainError('format.unsupported', `Nothing turns ${task.from} into KEPUB`);
  return converter.convert(source, fileSink(task.target), { progress, kepub: task.options });
}
