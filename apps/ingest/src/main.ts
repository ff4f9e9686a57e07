import { runWorker } from '@octavo/platform';
import { IngestModule } from './ingest.module.js';

void runWorker('ingest', IngestModule);
