import { runWorker } from '@octavo/platform';
import { ConversionModule } from './conversion.module.js';

void runWorker('conversion', ConversionModule);
