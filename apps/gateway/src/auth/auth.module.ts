import { Module } from '@nestjs/common';
import { DatabaseModule } from '@octavo/database';
import { ApiKeysController } from './api-keys.controller.js';
import { AppPasswordsController } from './app-passwords.controller.js';
import { AppSignIn } from './app-sign-in.js';
import { FailedSignIns } from './failed-sign-ins.js';
import { FirstAccount } from './first-account.js';
import { OpenSession } from './open-session.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';
import { SignIn } from './sign-in.js';
import { UsersController } from './users.controller.js';

/** Accounts, sessions, API keys and app passwords. */
@Module({
  imports: [DatabaseModule],
  controllers: [SessionController, SetupController, ApiKeysController, AppPasswordsController, UsersController],
  providers: [FirstAccount, FailedSignIns, SignIn, AppSignIn, OpenSession],
  exports: [AppSignIn],
})
export class AuthModule {}
