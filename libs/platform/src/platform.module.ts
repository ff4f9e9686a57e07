import { type DynamicModule, type FactoryProvider, Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from './config.js';
import { loggingFor } from './logging.js';
import { SecretBox } from './secret-box.js';
import { openSecretBox } from './secret-key.js';

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

/** The box for secrets, for a module that keeps any: the first process with such a module makes the key. */
export const SECRET_BOX: FactoryProvider<SecretBox> = {
  provide: SecretBox,
  inject: [CONFIG],
  useFactory: (config: Config) => openSecretBox(config),
};
