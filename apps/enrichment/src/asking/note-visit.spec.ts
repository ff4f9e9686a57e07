import { OutboundError } from '@octavo/outbound';
import { providers } from '@octavo/providers';
import { noteVisit } from './note-visit.js';

const URL_ASKED = new URL('https://www.amazon.de/s?k=private+words');
const errand = {
  provider: providers.amazon,
  request: { url: URL_ASKED.href, kind: 'search' as const, cookies: { session: 'secret' } },
};
const answer = {
  ...{ url: URL_ASKED.href, status: 200, headers: { 'set-cookie': 'id=secret' }, cookies: ['id=secret'] },
  body: Buffer.from('private words'),
};

describe('the line of the log for a request', () => {
  const lines: unknown[][] = [];
  const logger = {
    info: (...line: unknown[]) => lines.push(['info', ...line]),
    warn: (...line: unknown[]) => lines.push(['warn', ...line]),
  };
  beforeEach(() => lines.splice(0));

  it.each([
    [
      { answer, reading: { kind: 'read', result: {}, says: 'found' }, ms: 7 },
      'info',
      { says: 'found', status: 200, bytes: 13 },
    ],
    [{ answer, reading: undefined, ms: 7 }, 'info', { says: 'redirect' }],
    [
      { answer, reading: { kind: 'blocked', reason: 'a captcha' }, ms: 7 },
      'warn',
      { says: 'blocked', reason: 'a captcha' },
    ],
    [
      { answer: new OutboundError('timeout', 'slow'), reading: { kind: 'outage', reason: 'slow' }, ms: 7 },
      'warn',
      { says: 'outage', failure: 'timeout' },
    ],
  ] as const)('tells who was asked and what came, never what for: %#', (came, level, expected) => {
    noteVisit(logger, errand, URL_ASKED, came);
    const of = { provider: 'amazon', host: 'www.amazon.de', kind: 'search', ms: 7 };
    expect(lines).toEqual([[level, expect.objectContaining({ ...of, ...expected }), 'provider asked']]);
    expect(JSON.stringify(lines)).not.toMatch(/private|secret/);
  });
});
