import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig, WrongSettings } from './config.js';
import { settingsExample, settingsTable } from './describe-settings.js';
import { withoutSecrets } from './logging.js';

describe('the settings', () => {
  it('have the defaults of the contract', () => {
    expect(readConfig({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8080,
      PUBLIC_URL: 'http://127.0.0.1:8080',
      DATA_DIR: resolve('data'),
      LIBRARY_DIRS: [resolve('books')],
      QUEUE_BACKEND: 'auto',
      SCAN_INTERVAL: 3_600_000,
      KEPUB_CONVERT: true,
    });
  });

  it.each([
    ['PORT', '80808'],
    ['PUBLIC_URL', 'ftp://x'],
    ['SCAN_INTERVAL', '1 hour'],
    ['DATABASE_URL', 'mysql://x'],
    ['KEPUB_CONVERT', 'yes'],
    ['ADMIN_EMAIL', 'nobody'],
  ])('refuse %s=%s and name it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^These settings are wrong:\\n  ${name}: `));
  });

  it('name all faults at once', () => {
    const faults = (() => {
      try {
        readConfig({ PORT: 'x', SCAN_INTERVAL: 'y' });
      } catch (error) {
        return (error as WrongSettings).faults.map((fault) => fault.split(':')[0]);
      }
      return [];
    })();
    expect(faults).toEqual(['PORT', 'SCAN_INTERVAL']);
  });

  it('take secrets from files, and say so when they cannot', () => {
    const folder = mkdtempSync(join(tmpdir(), 'octavo-config-'));
    writeFileSync(join(folder, 'password'), 'long enough password\n');
    const environment = { ADMIN_EMAIL: 'Ada@Example.org', ADMIN_PASSWORD_FILE: join(folder, 'password') };
    expect(readConfig(environment)).toMatchObject({
      ADMIN_EMAIL: 'ada@example.org',
      ADMIN_PASSWORD: 'long enough password',
    });
    rmSync(folder, { recursive: true });
    expect(() => readConfig(environment)).toThrow(/ADMIN_PASSWORD_FILE: ENOENT/);
  });

  it('take the public address without its slash, and make one where there is none', () => {
    expect(readConfig({ PUBLIC_URL: 'https://books.example.org/octavo/' }).PUBLIC_URL).toBe(
      'https://books.example.org/octavo',
    );
    expect(readConfig({ PUBLIC_URL: 'https://books.example.org' }).publicUrlIsSet).toBe(true);
    const made = readConfig({ HOST: '0.0.0.0', PORT: '9000', PUBLIC_URL: '' });
    expect([made.PUBLIC_URL, made.publicUrlIsSet]).toEqual(['http://127.0.0.1:9000', false]);
  });

  it('stand in README and .env.example as they are', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(settingsTable());
    expect(readFileSync('.env.example', 'utf8')).toBe(settingsExample());
  });
});

describe('an address in a log', () => {
  it.each([
    ['/kobo/s3cret/v1/library/sync?Filter=ALL', '/kobo/<token>/v1/library/sync?Filter=ALL'],
    ['/setup?token=s3cret', '/setup?token=<secret>'],
    ['/api/books?q=x', '/api/books?q=x'],
  ])('%s is %s', (url, logged) => expect(withoutSecrets(url)).toBe(logged));
});
