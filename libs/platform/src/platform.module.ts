import { type DynamicModule, Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from './config.js';
import { loggingFor } from './logging.js';

/** Injection token of the Config. */
export const CONFIG = Symbol('CONFIG');

/** What every process has: its settings and a logger. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [LoggerModule.forRoot(loggingFor(config))],
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
