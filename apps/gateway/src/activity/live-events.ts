import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { LibraryEvent } from '@octavo/contracts';
import { Announcements } from '@octavo/database';
import { Subject } from 'rxjs';

/** All announcements of all processes, for whoever is connected here. */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly all = new Subject<LibraryEvent>();

  constructor(private readonly announcements: Announcements) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.announcements.listen((event) => this.all.next(event));
  }

  beforeApplicationShutdown(): void {
    this.all.complete();
  }
}
