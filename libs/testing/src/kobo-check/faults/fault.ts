import type { Hands } from '../hands.js';
import type { ModelRequest, Wrong } from '../model/model-request.js';
import type { ModelServer } from '../model/model-server.js';
import { kindOf } from '../sync-items.js';

/** What a server does wrong: other answers, hands that reach nothing, or both. Made anew for each run. */
export type Fault = () => Wrongs & { with?: (server: ModelServer) => Wrongs };
interface Wrongs {
  wrong?: Wrong;
  hands?: Hands;
}

/** The check that has to fail, and what is wrong with the server: a sentence that begins with "it". */
export type FaultRow = [check: string, what: string, fault: Fault];

export type Answer = ReturnType<Wrong>;
export type Json = Record<string, unknown>;

/** A server whose answers are wrong. */
export const says =
  (wrong: Wrong): Fault =>
  () => ({ wrong });

/** A server that answers, but does not do what its hands were asked for. */
export const fails =
  (hands: Hands): Fault =>
  () => ({ hands });

export const status = (method: string, path: RegExp, code: number): Fault =>
  says(on(method, path, () => ({ status: code })));

/** Another answer to one kind of request; `undefined` leaves the right one. */
export const on =
  (
    method: string,
    path: RegExp,
    change: (answer: Answer, request: ModelRequest) => Partial<Answer> | undefined,
  ): Wrong =>
  (request, answer) =>
    request.method === method && path.test(request.path) ? { ...answer, ...change(answer, request) } : answer;

/** Other items in the answers of library/sync. */
export const items = (change: (items: Json[], request: ModelRequest) => unknown[]): Wrong =>
  on('GET', /library\/sync/, ({ body, status: code }, request) =>
    code === undefined ? { body: change(body as Json[], request) } : undefined,
  );

export const without = (kind: string): Wrong => items((all) => all.filter((item) => kindOf(item) !== kind));

/** The same items with a text in their JSON replaced. */
export const rewritten = (from: RegExp, to: string): Wrong => items((all) => replaced(all, from, to) as unknown[]);

/** The same, in the answers of metadata too. */
export const metadata =
  (from: RegExp, to: string): Wrong =>
  (request, answer) =>
    /sync|metadata$/.test(request.path) ? { ...answer, body: replaced(answer.body, from, to) } : answer;

/** Another map of initialization. */
export const resources = (change: (map: Json, request: ModelRequest) => Json): Wrong =>
  on('GET', /initialization/, ({ body }, request) => ({
    body: { Resources: change((body as { Resources: Json }).Resources, request) },
  }));

export const replaced = (value: unknown, from: string | RegExp, to: string): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(from, to));

/** The headers of an answer with one more, or another value of one. */
export const header = (answer: Answer, name: string, value: string) => ({
  headers: { ...answer.headers, [name]: value },
});

/** The headers of an answer without one. */
export const lacking = (answer: Answer, name: string) => ({
  headers: Object.fromEntries(Object.entries(answer.headers ?? {}).filter(([other]) => other !== name)),
});

export const doingNothing = () => Promise.resolve();

/** 1, 2, 3, … */
export const numbered = () => {
  let n = 0;
  return () => ++n;
};

export const tokenOf = ({ headers }: ModelRequest) => headers['x-kobo-synctoken'];
