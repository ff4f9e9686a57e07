import type { Finding } from '@octavo/contracts';
import type { Reply } from '../ask-as-device.js';
import { check } from './finding.js';

const { good, warning, bad, unknown } = check('tls', 'Encryption a Kobo understands');

const OWN_AUTHORITY =
  'Use a certificate of a public authority (Caddy and Traefik get one from Let’s Encrypt by themselves), or put the certificate of your own authority, as a DER file that ends in .cer, into the folder .kobo/certificates of each device.';
const UNKNOWN_AUTHORITY =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|CERT_UNTRUSTED)$/;

const PROBLEMS: Record<string, [detail: string, advice: string]> = {
  CERT_HAS_EXPIRED: ['The certificate has expired.', 'Renew it, and see to it that it is renewed by itself.'],
  CERT_NOT_YET_VALID: [
    'The certificate is not valid yet.',
    'Check the clock of the machine that made it, and of this server.',
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'The certificate is for another name than the one in PUBLIC_URL.',
    'Get a certificate for that name, or write the name of the certificate into PUBLIC_URL.',
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'The server sends its certificate without those in between, so its authority cannot be told.',
    'Let the proxy send the whole chain: fullchain.pem in ssl_certificate of nginx; Caddy and Traefik do so by themselves.',
  ],
};

/** Would a device accept the encryption? Older firmware knows nothing newer than TLS 1.2. */
export function tlsFinding(hello: Reply, tls12: boolean | undefined, publicUrl: string): Finding {
  if (new URL(publicUrl).protocol === 'http:')
    return good('The address is plain http, which every Kobo speaks. Use it in your own network only.');
  if (tls12 === false) {
    return bad(
      'The server speaks TLS 1.3 only, which older Kobo firmware does not know.',
      'Allow TLS 1.2, too: "ssl_protocols TLSv1.2 TLSv1.3;" in nginx, "protocols tls1.2 tls1.3" in Caddy, "minVersion: VersionTLS12" in Traefik.',
    );
  }
  if (hello.kind === 'failed' || !hello.tls) return unknown('Not seen, because no answer came.');
  const { problem, protocol } = hello.tls;
  if (problem === null) return good(`The certificate is in order (${protocol ?? 'TLS'}).`);
  const known = PROBLEMS[problem];
  if (known) return bad(...known);
  if (UNKNOWN_AUTHORITY.test(problem))
    return warning('The certificate is from an authority that nobody knows, so a Kobo refuses it.', OWN_AUTHORITY);
  return bad(`The certificate is not in order (${problem}).`, OWN_AUTHORITY);
}
