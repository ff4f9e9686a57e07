import { All, HttpCode } from '@nestjs/common';
import { ReadingRoute } from './reading-route.js';

/** What devices with a pen keep at the store. We keep none of it and say that there is none. */
@ReadingRoute('api')
export class NotebooksController {
  @All('UserStorage/Metadata')
  @HttpCode(200)
  metadata() {
    return { continuationToken: null, metadata: [] };
  }

  @All(['UserStorage/Object/:id', 'internal/notebooks'])
  @HttpCode(200)
  nothing(): Record<string, never> {
    return {};
  }
}
