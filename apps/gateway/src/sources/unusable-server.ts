import { DomainError } from '@octavo/domain';
import type { DavError } from '@octavo/sources';

/** What to mend, and what to set instead where that is known. */
interface Fault {
  path: string;
  message: string;
  /** One of DAV_REASONS. */
  reason: string;
  suggestedBaseUrl?: string;
  retryAfterSeconds?: number;
}

/** A server somebody wants to connect to that is of no use like this. */
export class UnusableServer extends DomainError {
  readonly errors: [Fault];

  constructor(error: DavError, more: { wants?: string[]; suggestedBase?: string } = {}) {
    const detail = `${error.detail}${hintFor(error, more.wants)}`;
    super('source.unusable', detail, { cause: error });
    this.errors = [
      {
        path: error.reason === 'auth_failed' ? 'password' : 'baseUrl',
        message: detail,
        reason: error.reason,
        ...(more.suggestedBase !== undefined && { suggestedBaseUrl: more.suggestedBase }),
        ...(error.retryAfter !== undefined && { retryAfterSeconds: error.retryAfter }),
      },
    ];
  }
}

const NEXTCLOUD = 'Of a Nextcloud it is https://its.name/remote.php/dav/files/your-name/.';

function hintFor({ reason }: DavError, wants: string[] = []): string {
  if (reason === 'not_webdav' || reason === 'not_found') return ` ${NEXTCLOUD}`;
  if (reason === 'auth_failed') return ' Where two factors are asked for, use an app password.';
  if (reason === 'blocked_address') return ' OUTBOUND_ALLOW and OUTBOUND_DENY_PRIVATE say where Octavo may go.';
  if (reason === 'auth_scheme_unsupported' && wants.length > 0) return ` It wants ${wants.join(' or ')}.`;
  return '';
}
