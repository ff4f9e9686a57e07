import { createHash, createPrivateKey, verify } from 'node:crypto';
import { sign, signedHeaders, textToSign } from './signing.js';
import { ADP_TOKEN, PRIVATE_KEY, PUBLIC_KEY, SIGNED_REQUESTS } from './testing/vectors.js';

const signer = { adpToken: ADP_TOKEN, key: createPrivateKey(PRIVATE_KEY) };

describe('the signature of a request', () => {
  it.each(SIGNED_REQUESTS)(
    '$method $target is what other programs make',
    ({ timestamp, textSha256, signature, ...request }) => {
      const text = textToSign(request, timestamp, ADP_TOKEN);
      expect(createHash('sha256').update(text).digest('hex')).toBe(textSha256);
      expect(sign(request, signer, timestamp)).toBe(signature);
    },
  );

  it('covers a body of other letters as its UTF-8, and the target just as it goes out', () => {
    const request = { method: 'POST', target: '/1.0/x?a=b%20c,d&e=%C3%A4', body: '{"title":"Käse 🧀"}' } as const;
    const timestamp = '2026-01-02T03:04:05.678Z';
    const headers = signedHeaders(request, signer, timestamp);
    const signature = headers['x-adp-signature'] ?? '';
    const colon = signature.indexOf(':');
    const signed = Buffer.from(`POST\n${request.target}\n${timestamp}\n${request.body}\n${ADP_TOKEN}`, 'utf8');
    expect(signature.slice(colon + 1)).toBe(timestamp);
    expect(verify('sha256', signed, PUBLIC_KEY, Buffer.from(signature.slice(0, colon), 'base64'))).toBe(true);
  });

  it('goes out in three headers and no more', () => {
    const headers = signedHeaders({ method: 'GET', target: '/', body: '' }, signer, '2026-01-02T03:04:05Z');
    expect(Object.keys(headers)).toEqual(['x-adp-token', 'x-adp-alg', 'x-adp-signature']);
    expect(headers).toMatchObject({ 'x-adp-token': ADP_TOKEN, 'x-adp-alg': 'SHA256withRSA:1.0' });
  });
});
