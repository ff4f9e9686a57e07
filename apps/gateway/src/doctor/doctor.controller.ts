import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { KoboExamination } from '@octavo/contracts';
import type { User } from '@octavo/database';
import { CONFIG, type Config } from '@octavo/platform';
import type { FastifyRequest } from 'fastify';
import { CurrentUser } from '../auth/session.guard.js';
import { publicAddressOf } from '../http/public-address.js';
import { Examine } from './examine.js';

/** Would a Kobo get through to us, and how far do those come that are paired? */
@Controller('api/kobo/doctor')
export class DoctorController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly examine: Examine,
  ) {}

  /** `now`: the visitor's own clock, in milliseconds since 1970 or as ISO 8601. */
  @Get()
  look(
    @CurrentUser() user: User,
    @Query('now') now: unknown,
    @Req() request: FastifyRequest,
  ): Promise<KoboExamination> {
    const handedOut = publicAddressOf(request, this.config);
    return this.examine.for(user, { handedOut, browserAheadSec: clockAhead(now, Date.now()) });
  }
}

/** The furthest a date can be from 1970. */
const LATEST = 8.64e15;

/** Seconds a visitor's clock is ahead of ours; undefined for what is no time. */
export function clockAhead(told: unknown, now: number): number | undefined {
  if (typeof told !== 'string' || told.length > 40 || told.trim() === '') return undefined;
  const time = Number.isFinite(Number(told)) ? Number(told) : Date.parse(told);
  return Math.abs(time) <= LATEST ? (time - now) / 1000 : undefined;
}
