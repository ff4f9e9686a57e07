/** Why a request came to no answer. */
export type OutboundFailure =
  | 'forbidden-address'
  | 'name-not-found'
  | 'unreachable'
  | 'timeout'
  /** Only of streams; otherwise a timeout like every other. */
  | 'connect-timeout'
  | 'certificate'
  | 'too-large'
  | 'unsupported-encoding'
  | 'too-many-redirects'
  | 'forbidden-redirect'
  | 'broken-off';

/** A request that came to no answer. The message is a sentence for a person and holds neither credentials nor paths. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  constructor(
    readonly failure: OutboundFailure,
    message: string,
    options: ErrorOptions = {},
  ) {
    super(message, options);
  }
}

const BY_CODE: readonly [RegExp, OutboundFailure, string][] = [
  [/^(?:ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENODATA)$/, 'name-not-found', 'has no address: its name is not known'],
  [
    /^(?:UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/,
    'timeout',
    'does not answer in time',
  ],
  [
    /CERT|^ERR_TLS|^ERR_SSL|SELF_SIGNED|UNABLE_TO_|^DEPTH_ZERO/,
    'certificate',
    'has no certificate that can be trusted',
  ],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES)$/, 'unreachable', 'cannot be reached'],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|HPE_.*|UND_ERR_.*)$/, 'broken-off', 'broke off its answer'],
];

/** A failure of the network as it is told; `host` is what was asked. */
export function outboundError(error: unknown, host: string): OutboundError {
  if (error instanceof OutboundError) return error;
  const cause = (error as { cause?: unknown } | null)?.cause;
  if (cause instanceof OutboundError) return cause;
  const code = codeOf(error) ?? codeOf(cause) ?? '';
  const [, failure, words] = BY_CODE.find(([pattern]) => pattern.test(code)) ?? [
    null,
    'unreachable',
    'cannot be reached',
  ];
  return new OutboundError(failure, `${host} ${words}`, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
