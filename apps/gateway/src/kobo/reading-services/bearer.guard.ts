import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Database, type Device } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { readDeviceHeaders } from '@octavo/kobo';
import type { FastifyRequest } from 'fastify';
import { digestOf } from '../../auth/secrets.js';

/** The device that calls on an address of the reading services, and since when its highlights come to us. */
export interface ReadingCaller {
  device: Device;
  since: Date;
}

type BearerRequest = FastifyRequest & { reader?: ReadingCaller };

/** Who calls. */
export const Reader = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<BearerRequest>().reader!,
);

/**
 * Opens the reading services to a bearer that we gave a device at its sign-in: no path tells who calls here. A device
 * that uses its account at the store has its highlights there, and no business here.
 */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(private readonly database: Database) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<BearerRequest>();
    const [, bearer] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const device = bearer === undefined ? undefined : await this.database.deviceBearers.deviceOf(digestOf(bearer));
    if (!device || device.storeProxy) throw new DomainError('device.unknown-token');
    const since = device.annotationsSince ?? (await this.database.annotations.comeFrom(device.id));
    if (!since) throw new DomainError('device.unknown-token');
    const { model, firmware } = readDeviceHeaders(request.headers);
    await this.database.devices.seen(device, { model: model ?? null, firmware: firmware ?? null });
    request.reader = { device, since };
    return true;
  }
}
