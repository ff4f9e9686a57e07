import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pinoHttp, type Options } from 'pino-http';
import { readConfig } from './config.js';
import { loggingFor } from './logging.js';

it('the log has a line for each request, without what devices and people sign in with', async () => {
  const { pinoHttp: options } = loggingFor(readConfig({ LOG_LEVEL: 'trace', LOG_FORMAT: 'json' }));
  const lines: string[] = [];
  const log = pinoHttp(options as Options, { write: (line: string) => void lines.push(line) });
  const answer: RequestListener = (request, response) => {
    log(request, response);
    request.log.error({ req: request }, 'something about it');
    response.end();
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const secrets = {
    authorization: 'Bearer eyJsecret',
    cookie: 'octavo=s3ssion',
    'x-kobo-userkey': 'us3rkey',
    'x-kobo-deviceid': 'd3viceid',
    'x-kobo-synctoken': 't0ken.of.sync',
  };
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/kobo/d3v1cet0ken/v1/library/sync?Filter=ALL`, { headers: secrets });
  await fetch(`http://127.0.0.1:${port}/setup?token=l1nk`);
  await new Promise((resolve) => server.close(resolve));
  const text = lines.join('');
  expect(text).toContain('/kobo/<token>/v1/library/sync?Filter=ALL');
  expect(text).toContain('/setup?token=<secret>');
  for (const secret of ['eyJsecret', 's3ssion', 'us3rkey', 'd3viceid', 't0ken.of', 'd3v1cet0ken', 'l1nk'])
    expect(text).not.toContain(secret);
});
