import { OutboundError, type OutboundFailure } from '@octavo/outbound';
import { DavError, type DavReason } from './dav-error.js';
import { failureOfNetwork } from './transport.js';

const REASONS: Record<OutboundFailure, [DavReason, boolean]> = {
  'name-not-found': ['dns_failed', true],
  'forbidden-address': ['blocked_address', false],
  unreachable: ['connect_failed', true],
  'broken-off': ['connect_failed', true],
  'connect-timeout': ['connect_timeout', true],
  timeout: ['timeout', true],
  certificate: ['tls_invalid', false],
  'too-large': ['response_too_large', false],
  'unsupported-encoding': ['unsupported_encoding', false],
  'forbidden-redirect': ['redirect_refused', false],
  'too-many-redirects': ['redirect_refused', false],
};

describe('what the network throws', () => {
  it.each(Object.entries(REASONS))('%s is told as %s', (failure, [reason, passing]) => {
    const thrown = new OutboundError(failure as OutboundFailure, 'nas.example is of no use');
    expect(failureOfNetwork(thrown)).toMatchObject({ reason, passing, cause: thrown });
  });

  it.each([new Error('a bug'), new DavError('not_found'), undefined, 'text', { failure: 7 }, { failure: 'unknown' }])(
    'stays as it is where it is none of that (%#)',
    (thrown) => expect(failureOfNetwork(thrown)).toBe(thrown),
  );
});
