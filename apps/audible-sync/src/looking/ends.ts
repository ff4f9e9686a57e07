import { Injectable } from '@nestjs/common';
import { AskAgain } from './ask-again.js';
import { ConcludeLook } from './conclude-look.js';

/** What comes after the last page of a look. */
@Injectable()
export class Ends {
  constructor(
    readonly askAgain: AskAgain,
    readonly conclude: ConcludeLook,
  ) {}
}
