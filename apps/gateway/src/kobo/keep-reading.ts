import { Injectable } from '@nestjs/common';
import { Database } from '@octavo/database';
import { mergeReading, type ReadingParts } from '@octavo/domain';
import type { ReadStateUpdate, StateUpdateResult } from '@octavo/kobo';
import { z } from 'zod';
import type { KoboCaller } from './device.guard.js';

/** Takes in where a device's reader is, and lets the user's other devices know. */
@Injectable()
export class KeepReading {
  constructor(private readonly database: Database) {}

  /** A book the device does not have is answered like one it has: a refusal would be repeated before every sync. */
  async keep(
    { device, userId }: KoboCaller,
    { entitlementId, ...update }: ReadStateUpdate,
  ): Promise<StateUpdateResult> {
    const known = z.uuid().safeParse(entitlementId).success;
    const granted = known && (await this.database.entitlements.find(device.id, entitlementId));
    const now = new Date();
    if (!granted) return { entitlementId, bookmark: true, statistics: true, status: true, lastModified: now };
    return this.database.transaction(async ({ readingStates, entitlements }) => {
      await readingStates.lock(userId, entitlementId);
      const kept = (await readingStates.find(userId, entitlementId)) ?? {};
      const { merged, taken } = mergeReading(kept, update);
      const { bookmark, statistics, status } = merged;
      if (Object.values(taken).some(Boolean)) {
        await readingStates.put(userId, entitlementId, { bookmark, statistics, status });
        await entitlements.touchState(entitlementId, userId, device.id);
      }
      return { entitlementId, ...taken, lastModified: newest(merged) ?? now };
    });
  }
}

function newest({ bookmark, statistics, status }: ReadingParts): Date | undefined {
  const times = [bookmark, statistics, status].flatMap((part) => part?.modifiedAt.getTime() ?? []);
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}
