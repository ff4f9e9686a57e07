import { applyDecorators, Controller, UseFilters, UseGuards } from '@nestjs/common';
import { Public } from '../../auth/session.guard.js';
import { KoboErrorFilter } from '../kobo-error.filter.js';
import { BearerGuard } from './bearer.guard.js';

/**
 * A controller at the root of our site, where devices look for the reading services: of the address they are told they
 * use scheme and host only. Opened by the device's bearer, errors in the device's own shape.
 */
export const ReadingRoute = (path: string) =>
  applyDecorators(Controller(path), Public(), UseGuards(BearerGuard), UseFilters(KoboErrorFilter));
