import { runWorker } from '@octavo/platform';
import { WebdavSyncModule } from './webdav-sync.module.js';

void runWorker('webdav-sync', WebdavSyncModule);
