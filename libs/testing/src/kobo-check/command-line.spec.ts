import { koboCheck, USAGE } from './command-line.js';
import { ModelServer } from './model/model-server.js';

let server: ModelServer;
let lines: string[];

beforeEach(async () => {
  server = await new ModelServer().open();
  lines = [];
});
afterEach(() => server.close());

const run = (...args: string[]) => koboCheck(args, (line) => lines.push(line));
const said = () => lines.join('\n');

describe('npm run kobo:check', () => {
  it('prints every check below its subject, then how many there were, and is content', async () => {
    expect(await run(server.base, '--only', 'oidc')).toBe(0);
    expect(lines.slice(0, 2)).toEqual([
      '\nOpenID Connect',
      '✔ 3.1   must   oidc.discovery: The OAuth host is our own and says where its endpoints are',
    ]);
    expect(lines.at(-1)).toBe('4 checks: 4 passed, 0 failed (0 of them a must), 0 skipped');
  });

  it('changes nothing unless it may', async () => {
    const seen: string[] = [];
    server.wrong = (request, answer) => {
      seen.push(`${request.method} ${request.path}`);
      return answer;
    };
    expect(await run(server.base)).toBe(0);
    const account = [...server.accounts.devices.values()][0]!.account;
    expect([account.states.size, account.shelves.size, account.annotations.size]).toEqual([0, 0, 0]);
    const changing = seen.filter((call) => /^(?:PUT|PATCH|DELETE) |tags/.test(call) && !call.includes('not/exist'));
    // a collection asked for with a token nobody has is made by nobody
    expect(changing).toEqual(['POST /v1/library/tags']);
    expect(said()).toMatch(/ \d+ skipped checks need --write$/m);
    expect(said()).toMatch(/ \d+ skipped checks need books added$/m);
  });

  it('changes the account with --write, and cleans up its collections', async () => {
    expect(await run(server.base, '--write', '--only', 'tags')).toBe(0);
    const account = [...server.accounts.devices.values()][0]!.account;
    expect(account.shelves.size).toBe(0);
    expect(lines.at(-2)).toBe('10 checks: 9 passed, 0 failed (0 of them a must), 1 skipped');
  });

  it('ends with 1 when a must fails, says why, and never prints a token', async () => {
    const bad = () => ({ body: { Resources: { image_host: `${server.base}/x`, oauth_host: server.base } } });
    server.wrong = ({ path }, answer) => (path === '/v1/initialization' ? { ...answer, ...bad() } : answer);
    expect(await run(server.base)).toBe(1);
    expect(said()).toContain('expected image_url_template under');
    expect(said()).toContain('came     undefined');
    for (const { token } of server.accounts.devices.values()) expect(said()).not.toContain(token);
  });

  it('ends with 0 when only a should fails', async () => {
    server.wrong = ({ path, method }, answer) =>
      method === 'HEAD' && path.endsWith('/file') ? { ...answer, status: 405 } : answer;
    expect(await run(server.base, '--only', 'downloads')).toBe(0);
    expect(lines.find((line) => line.includes('downloads.head'))).toMatch(/^✖/);
  });

  it('lists what there is without asking anybody', async () => {
    server.wrong = () => {
      throw new Error('nobody was to be asked');
    };
    expect(await run('--list')).toBe(0);
    expect(said()).toContain('  should downloads.range: A range is answered with that range');
  });

  it.each([
    ['nothing', []],
    ['what is no address', ['nonsense']],
    ['two addresses', ['http://one', 'http://two']],
    ['what it does not know', ['http://one', '--unheard']],
    ['a key and no API', ['http://one', '--key', 'k']],
  ])('explains itself when it is given %s', async (_what, args) => {
    expect(await run(...args)).toBe(2);
    expect(lines).toEqual([USAGE]);
  });

  it('says of a server that is not there that nothing came', async () => {
    await server.close();
    expect(await run('http://127.0.0.1:9/kobo/t0ken', '--only', 'sign-in.device')).toBe(1);
    expect(said()).toContain('ECONNREFUSED');
    expect(said()).not.toContain('t0ken');
    server = await new ModelServer().open();
  });
});
