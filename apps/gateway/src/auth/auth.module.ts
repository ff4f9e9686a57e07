import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { ApiKeysController } from './api-keys.controller.js';
import { FirstAccount } from './first-account.js';
import { OpenSession } from './open-session.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';
import { SignIn } from './sign-in.js';
import { UsersController } from './users.controller.js';

/** Accounts, sessions and API keys. */
@Module({
  imports: [DatabaseModule],
  controllers: [SessionController, SetupController, ApiKeysController, UsersController],
  providers: [FirstAccount, SignIn, OpenSession],
})
export class AuthModule {}
