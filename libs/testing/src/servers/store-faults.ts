import type { ServerResponse } from 'node:http';

/** What a store can do instead of answering. */
export type StoreFault =
  | 'error 500'
  | 'expired token'
  | 'silence'
  | 'cut off'
  | 'garbage'
  | 'huge'
  | 'trickle'
  | 'redirect elsewhere'
  | 'redirect within';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** What the real one says to a sign-in that has ended. */
export const EXPIRED = { ResponseStatus: { ErrorCode: 'ExpiredToken', Message: 'The token has expired', Errors: [] } };

const ANSWERS: Record<StoreFault, (response: ServerResponse) => void> = {
  'error 500': (response) => response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Server Error</h1>'),
  'expired token': (response) => response.writeHead(401, JSON_TYPE).end(JSON.stringify(EXPIRED)),
  silence: () => undefined,
  'cut off': (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' });
    response.write('[{"NewEntitlement":');
    setTimeout(() => response.destroy(), 50);
  },
  garbage: (response) => response.writeHead(200, JSON_TYPE).end('[{"NewEntitlement": not JSON at all'),
  huge: (response) => {
    response.writeHead(200, JSON_TYPE);
    response.write('["');
    pour(response);
  },
  trickle: (response) => {
    response.writeHead(200, JSON_TYPE).write('[');
    const timer = setInterval(() => response.write(' '), 200);
    response.once('close', () => clearInterval(timer));
  },
  'redirect elsewhere': (response) => response.writeHead(302, { location: 'https://evil.example/stolen' }).end(),
  'redirect within': (response) => response.writeHead(307, { location: 'https://www.kobo.com/moved' }).end('{}'),
};

/** Answers with a fault. */
export function commit(fault: StoreFault, response: ServerResponse): void {
  ANSWERS[fault](response);
}

/** More than anybody should take, for as long as somebody does. */
function pour(response: ServerResponse): void {
  const chunk = 'x'.repeat(1_000_000);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}
