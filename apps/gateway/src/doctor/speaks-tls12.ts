import { isIP } from 'node:net';
import { connect } from 'node:tls';

/** What a server of TLS 1.3 only says, in words of OpenSSL. */
const REFUSED = /ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/;

/** Whether a server takes TLS 1.2, which is the newest that older firmware knows; undefined where that cannot be told. */
export function speaksTls12(base: URL, signal: AbortSignal): Promise<boolean | undefined> {
  const host = base.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(base.port || 443),
      ...(isIP(host) === 0 && { servername: host }),
      minVersion: 'TLSv1.2',
      maxVersion: 'TLSv1.2',
      rejectUnauthorized: false,
    });
    const end = (answer: boolean | undefined) => {
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve(answer);
    };
    const giveUp = () => end(undefined);
    signal.addEventListener('abort', giveUp);
    socket.on('secureConnect', () => end(true));
    socket.on('error', ({ code = '' }: NodeJS.ErrnoException) => end(REFUSED.test(code) ? false : undefined));
    if (signal.aborted) giveUp();
  });
}
