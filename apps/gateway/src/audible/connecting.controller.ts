import { Body, Controller, Param, Post } from '@nestjs/common';
import {
  type AudibleAccount,
  AudibleImport,
  type AudibleImported,
  AudibleLanding,
  type AudibleSignIn,
  NewAudibleSignIn,
} from '@octavo/contracts';
import type { User } from '@octavo/database';
import { readAuthFile } from '@octavo/sources';
import { CurrentUser } from '../auth/session.guard.js';
import { anId, fits } from '../http/zod.pipe.js';
import { AskForLooks } from './ask-for-looks.js';
import { ConnectAccounts } from './connect-accounts.js';
import { marketplaceNamed } from './marketplace-named.js';
import { OwnAccounts } from './own-accounts.js';
import { SignIns } from './sign-ins.js';

/** Connecting accounts: by signing in at Amazon, or by a file of another tool. Each is looked at once it is there. */
@Controller('api/audible')
export class ConnectingController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly signIns: SignIns,
    private readonly connect: ConnectAccounts,
    private readonly looks: AskForLooks,
  ) {}

  @Post('login')
  async login(@CurrentUser() user: User, @Body(fits(NewAudibleSignIn)) wish: NewAudibleSignIn): Promise<AudibleSignIn> {
    if (wish.accountId !== undefined) await this.own.find(wish.accountId, user.id);
    return this.signIns.begin(user.id, wish);
  }

  @Post('login/:loginId')
  async land(
    @CurrentUser() user: User,
    @Param('loginId', anId) loginId: string,
    @Body(fits(AudibleLanding)) { redirectUrl }: AudibleLanding,
  ): Promise<AudibleAccount> {
    const { credentials, accountId } = await this.signIns.finish(user.id, loginId, redirectUrl);
    const id = await this.connect.connect(user.id, {
      ...{ credentials, isImported: false, ...(accountId !== null && { accountId }) },
    });
    return this.begun(id, user.id);
  }

  @Post('import')
  async import(@CurrentUser() user: User, @Body(fits(AudibleImport)) wish: AudibleImport): Promise<AudibleImported> {
    const country = wish.country === undefined ? undefined : marketplaceNamed(wish.country, 'country').country;
    const { credentials } = await readAuthFile(bytesOf(wish), { password: wish.password, country });
    const accounts: AudibleAccount[] = [];
    for (const one of credentials) {
      const id = await this.connect.connect(user.id, { credentials: one, isImported: true });
      accounts.push(await this.begun(id, user.id));
    }
    const [first, ...others] = accounts;
    return { ...first!, others };
  }

  private async begun(id: string, userId: string): Promise<AudibleAccount> {
    await this.looks.now((await this.own.find(id, userId)).stores);
    this.looks.tellOfChange(id);
    return this.own.shown(id, userId);
  }
}

function bytesOf({ authFile, encoding }: AudibleImport): Uint8Array {
  const text = typeof authFile === 'string' ? authFile : JSON.stringify(authFile);
  return Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8');
}
