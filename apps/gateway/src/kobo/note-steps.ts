import { Injectable } from '@nestjs/common';
import type { DeviceStep } from '@octavo/contracts';
import { Database } from '@octavo/database';
import { PinoLogger } from 'nestjs-pino';

const STEPS: readonly [method: string, path: RegExp, step: DeviceStep][] = [
  ['POST', /^v1\/auth\/(?:device|refresh)$/, 'sign-in'],
  ['GET', /^v1\/initialization$/, 'initialization'],
  ['POST', /^oauth\/token$/, 'oidc'],
  ['GET', /^v1\/library\/sync$/, 'sync'],
  ['GET', /^v1\/library\/[^/]+\/metadata$/, 'metadata'],
  ['GET', /^v1\/books\/[^/]+\/file\/[^/]+$/, 'download'],
];

/** The step of a sync that a device takes with a request; undefined for all others. `url` as it came: /kobo/<token>/... */
export function stepOf(method: string, url: string): DeviceStep | undefined {
  const path = (url.split('?')[0] ?? '').split('/').slice(3).join('/').replace(/\/+$/, '');
  return STEPS.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2];
}

/** A first sync downloads for minutes: one note in this time is enough to know how far it has come. */
const NOTE_EVERY_MS = 30_000;
const MOST_REMEMBERED = 10_000;

/** Notes how far each device comes. That a step was noted a moment ago is remembered only to spare the database. */
@Injectable()
export class NoteSteps {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly logger: PinoLogger,
  ) {}

  /** Never throws: a note that fails is no reason to fail a sync. */
  async note(deviceId: string, { method, url }: { method: string; url: string }): Promise<void> {
    const step = stepOf(method, url);
    if (!step) return;
    const key = `${deviceId} ${step}`;
    const now = Date.now();
    const last = this.noted.get(key);
    if (last !== undefined && now - last >= 0 && now - last < NOTE_EVERY_MS) return;
    if (this.noted.size >= MOST_REMEMBERED) this.noted.clear();
    this.noted.set(key, now);
    try {
      await this.database.deviceSteps.note(deviceId, step);
    } catch (error) {
      this.noted.delete(key);
      this.logger.warn({ err: error, deviceId, step }, 'a step of a device was not noted');
    }
  }
}
