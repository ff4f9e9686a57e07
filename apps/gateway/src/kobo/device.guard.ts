import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Database, type Device } from '@octavo/database';
import { DomainError } from '@octavo/domain';
import { readDeviceHeaders } from '@octavo/kobo';
import { CONFIG, type Config } from '@octavo/platform';
import type { FastifyRequest } from 'fastify';
import { digestOf } from '../auth/secrets.js';
import { publicAddressOf } from '../http/public-address.js';
import { NoteSteps } from './note-steps.js';

/** Who calls on a device route. */
export interface KoboCaller {
  device: Device;
  userId: string;
  /** What stands in the device's configuration: every address handed to it starts with this. */
  base: string;
  /** Scheme, host and port of the same. */
  origin: string;
}

type DeviceRequest = FastifyRequest<{ Params: { token: string } }> & { caller?: KoboCaller };

/** The device that calls, and its user. */
export const Caller = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<DeviceRequest>().caller!,
);

/** The token in the path is the only credential: covers and downloads come without any header. */
@Injectable()
export class DeviceGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly steps: NoteSteps,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<DeviceRequest>();
    const { token } = request.params;
    const device = await this.database.devices.byTokenHash(digestOf(token));
    if (!device) throw new DomainError('device.unknown-token');
    const { model, firmware } = readDeviceHeaders(request.headers);
    await this.database.devices.seen(device, { model: model ?? null, firmware: firmware ?? null });
    await this.steps.note(device.id, request);
    const address = publicAddressOf(request, this.config);
    const base = `${address}/kobo/${token}`;
    request.caller = { device, userId: device.userId, base, origin: new URL(address).origin };
    return true;
  }
}
