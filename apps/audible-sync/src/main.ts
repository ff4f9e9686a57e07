import { runWorker } from '@octavo/platform';
import { AudibleSyncModule } from './audible-sync.module.js';

void runWorker('audible-sync', AudibleSyncModule);
