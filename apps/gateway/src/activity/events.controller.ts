import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import type { User } from '@octavo/database';
import { interval, map, merge, type Observable } from 'rxjs';
import { CurrentUser } from '../auth/session.guard.js';
import { LiveEvents } from './live-events.js';

/** Proxies close connections on which nothing happens. */
const PING_EVERY_MS = 25_000;

/** What changes, as it changes. */
@Controller('api/events')
export class EventsController {
  constructor(private readonly events: LiveEvents) {}

  @Sse()
  stream(@CurrentUser() user: User): Observable<MessageEvent> {
    // Whose the things are is not looked up for every event; so only administrators are told their ids.
    const changes = this.events.all.pipe(
      map(({ kind, id }) => ({ type: kind, data: { kind, id: user.role === 'admin' ? id : null } })),
    );
    const pings = interval(PING_EVERY_MS).pipe(map(() => ({ type: 'ping', data: '' })));
    return merge(changes, pings);
  }
}
