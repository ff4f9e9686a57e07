import { runWorker } from '@octavo/platform';
import { EnrichmentModule } from './enrichment.module.js';

void runWorker('enrichment', EnrichmentModule);
