import { sign as signBytes, type KeyObject } from 'node:crypto';
import type { Unauthorised } from '../authority.js';

/** A device's token and its key, read once for many requests. */
export interface Signer {
  adpToken: string;
  key: KeyObject;
}

/** What is signed: method, target, time, body and token, a line each, without an end to the last one. */
export function textToSign({ method, target, body }: Unauthorised, timestamp: string, adpToken: string): string {
  return [method.toUpperCase(), target, timestamp, body, adpToken].join('\n');
}

/** The signature of a request and its time, as the header carries them: RSASSA-PKCS1-v1_5 with SHA-256, base64. */
export function sign(request: Unauthorised, { adpToken, key }: Signer, timestamp: string): string {
  const text = textToSign(request, timestamp, adpToken);
  return `${signBytes('sha256', Buffer.from(text, 'utf8'), key).toString('base64')}:${timestamp}`;
}

/** The three headers of a signed request. `timestamp` is of ISO 8601 in UTC: "2026-01-02T03:04:05.678Z". */
export function signedHeaders(request: Unauthorised, signer: Signer, timestamp: string): Record<string, string> {
  return {
    'x-adp-token': signer.adpToken,
    'x-adp-alg': 'SHA256withRSA:1.0',
    'x-adp-signature': sign(request, signer, timestamp),
  };
}
