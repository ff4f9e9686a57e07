import { gzipSync } from 'node:zlib';
import type { Reply } from './ask-as-device.js';
import { readEcho } from './read-echo.js';
import { answered, echo, failed } from './testing/ways.js';

const OURS = JSON.stringify(echo());
const GZIP = { 'content-encoding': 'gzip' };

describe('what arrived at the other end', () => {
  it.each<[string, Reply, boolean]>([
    ['our answer', answered({ body: Buffer.from(OURS) }), true],
    ['our answer, compressed by the proxy', answered({ headers: GZIP, body: gzipSync(OURS) }), true],
    [
      'with the proof of another database',
      answered({ body: Buffer.from(JSON.stringify(echo({ proof: 'x' }))) }),
      false,
    ],
    ['with half of it', answered({ body: Buffer.from('{"proof":"proof"}') }), false],
    ['with another status', answered({ status: 201, body: Buffer.from(OURS) }), false],
    ['no JSON', answered({ body: Buffer.from('<html>') }), false],
    ['nothing', answered({ body: Buffer.alloc(0) }), false],
    ['what says it is compressed and is not', answered({ headers: GZIP, body: Buffer.from(OURS) }), false],
    ['a bomb', answered({ headers: GZIP, body: gzipSync(OURS + ' '.repeat(20_000_000)) }), false],
    ['no answer', failed('ECONNREFUSED'), false],
  ])('%s', (_what, reply, told) => expect(readEcho(reply, 'proof') !== undefined).toBe(told));
});
