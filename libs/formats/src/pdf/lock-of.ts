import type { DrmScheme } from '@octavo/domain';

/** Adobe's bookshop lock, in either of the two forms it has had. */
const ADOBE = /\/(?:EBX_HANDLER|Adobe\.APS|ADEPT)/;

/**
 * The lock on a PDF that pdf.js could not open, if that was the reason. `seen` is what was read of the file: the
 * description of a lock is never encrypted itself (ISO 32000-1 §7.6.1).
 */
export function lockOf(error: unknown, seen: readonly Uint8Array[]): DrmScheme | undefined {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (name === 'PasswordException') return 'password';
  if (!/encryption (?:method|algorithm)|invalid key length/.test(message)) return undefined;
  return seen.some((bytes) => ADOBE.test(Buffer.from(bytes).toString('latin1'))) ? 'adobe' : 'unknown';
}
