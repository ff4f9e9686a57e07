import type { AudibleAccount, FakeAudible } from '@octavo/testing';
import { pemOf } from '@octavo/testing';
import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';

/** What a file says beside keys and tokens, each as it is found nowhere else. */
export const COOKIES = {
  website_cookies: { 'session-id': 'k4nary-of-a-session', 'x-main': 'k4nary-of-the-website' },
  store_authentication_cookie: { cookie: 'k4nary-of-the-store' },
  activation_bytes: 'dec0ded1',
};
/** Of the file, which is nobody's but its owner's. */
export const PASSWORD = 'k4nary:&"%ü /+';

/** Collects all that may be told to nobody but Audible, and finds it again in texts. */
export class AudibleSecrets {
  private readonly known = new Map<string, string>([
    ['password of the file', PASSWORD],
    ['activation bytes', COOKIES.activation_bytes],
    ['cookie of the store', COOKIES.store_authentication_cookie.cookie],
    ...Object.entries(COOKIES.website_cookies).map(([name, value]) => [`cookie ${name}`, value] as [string, string]),
    // What the stand-in gives to whoever signs in.
    ...[
      ['cookie x-main of a sign-in', 'invented-cookie'] as const,
      ['cookie of a sign-in', 'invented-store-cookie'] as const,
    ],
  ]);

  constructor(private readonly audible: FakeAudible) {}

  add(what: string, secret: string): void {
    this.known.set(what, secret);
  }

  /** What an account has by now; to be told before tokens expire or devices go. */
  note(account: AudibleAccount): void {
    account.devices.forEach(({ adpToken, refreshToken, keys }, at) => {
      const whose = `${account.name} ${account.devices.length}.${at}`;
      this.add(`device token of ${whose}`, /\{enc:([^}]{60})/.exec(adpToken)![1]!);
      this.add(`refresh token of ${whose}`, refreshToken.slice('Atnr|'.length));
      pemOf(keys)
        .trim()
        .split('\n')
        .slice(2, -2)
        .forEach((line, n) => this.add(`key of ${account.name}, line ${n}`, line));
    });
    [...account.accessTokens.keys()].forEach((token) => this.add(`access token ${token}`, token.slice('Atna|'.length)));
  }

  /** What was sent to register devices: codes, and what proves who began. */
  noteSignIns(): void {
    for (const { body, path } of this.audible.asked) {
      if (!path.endsWith('/auth/register')) continue;
      const { authorization_code, code_verifier } = JSON.parse(body).auth_data as Record<string, string>;
      this.add(`code ${authorization_code}`, authorization_code!);
      this.add(`verifier of ${authorization_code}`, code_verifier!);
    }
  }

  get count(): number {
    return this.known.size;
  }

  /** The names of all that a text tells, in whatever way it is written down. */
  revealed(text: string): string[] {
    return [...this.known]
      .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
      .map(([what]) => what);
  }
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    ...[secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)],
    ...[bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), bytes.toString('hex')],
  ];
}

/** A file as audible-cli writes it where a password is given, in JSON or as bytes: so many rounds of PBKDF2, which the salt tells. */
export function locked(file: object, password: string, { rounds = 1_000 }: { rounds?: number } = {}) {
  const [salt, iv] = [randomBytes(12), randomBytes(16)];
  const key = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(file)), cipher.final()]);
  const header = Buffer.concat([Buffer.from([0x24, rounds >> 8, rounds & 0xff, 0x24]), salt]);
  const info = 'base64-encoded AES-CBC-256 of JSON object';
  const [saltText, ivText, text] = [header, iv, ciphertext].map((part) => part.toString('base64'));
  return {
    json: { salt: saltText, iv: ivText, ciphertext: text, info },
    bytes: Buffer.concat([header, iv, ciphertext]),
  };
}
