import { applyDecorators, Controller, UseFilters, UseGuards } from '@nestjs/common';
import { Public } from '../auth/session.guard.js';
import { DeviceGuard } from './device.guard.js';
import { KoboErrorFilter } from './kobo-error.filter.js';

/** A controller below a device's base address: opened by the token in the path, errors in the device's own shape. */
export const DeviceRoute = () =>
  applyDecorators(Controller('kobo/:token'), Public(), UseGuards(DeviceGuard), UseFilters(KoboErrorFilter));
