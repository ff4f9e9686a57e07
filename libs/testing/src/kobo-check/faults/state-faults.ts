import { type FaultRow, on, without, replaced, lacking, numbered, tokenOf, type Fault, says, status } from './fault.js';

const state = (from: RegExp, to: string): Fault =>
  says(on('GET', /state$/, ({ body }) => ({ body: replaced(body, from, to) })));

/** Wrong reading states. */
export const STATE_FAULTS: FaultRow[] = [
  ['state.unread', 'has read it', state(/ReadyToRead/g, 'Finished')],
  [
    'state.taken',
    'fails',
    says(
      on('PUT', /state$/, ({ body }) => ({ body: replaced(body, /\{"Result":"Success"\}/g, '{"Result":"Failure"}') })),
    ),
  ],
  [
    'state.kept',
    'writes fractions',
    says(
      on('GET', /state$/, ({ body, headers }) => ({
        body: Buffer.from(JSON.stringify(body).replace('"ProgressPercent":34', '"ProgressPercent":34.0')),
        headers: { ...headers, 'content-type': 'application/json' },
      })),
    ),
  ],
  ['state.kept', 'loses the place', state(/"Location":\{[^}]*\}/g, '"Location":null')],
  [
    'state.no-echo',
    'echoes',
    () => {
      let told: string | undefined;
      return {
        wrong: (request, answer) => {
          if (request.method === 'PUT') told = /library\/([^/]+)/.exec(request.path)?.[1];
          const echo = { ChangedReadingState: { ReadingState: { EntitlementId: told } } };
          return told && request.path.includes('sync') ? { ...answer, body: [...(answer.body as []), echo] } : answer;
        },
      };
    },
  ],
  ['state.other-device', 'keeps it to itself', says(without('ChangedReadingState'))],
  [
    'state.page',
    'stops after a page',
    says(on('GET', /library\/sync/, (answer, request) => (tokenOf(request) ? lacking(answer, 'x-kobo-sync') : {}))),
  ],
  ['state.unknown-book', 'refuses', status('PUT', /state$/, 404)],
  [
    'state.finished',
    'wants a bookmark',
    says(on('PUT', /state$/, (_, { body }) => (body.includes('CurrentBookmark') ? {} : { status: 400 }))),
  ],
  ['state.finished', 'does not believe it', state(/Finished/g, 'Reading')],
  ['state.finished-whole', 'stays where it was', state(/"ProgressPercent":100/g, '"ProgressPercent":34')],
  [
    'state.no-location',
    'forgets the place',
    () => {
      const next = numbered();
      return {
        wrong: on('GET', /state$/, ({ body }) => ({
          body: next() > 1 ? replaced(body, /"Location":\{[^}]*\}/g, '"Location":null') : body,
        })),
      };
    },
  ],
  ['state.zero', 'takes 0 for nothing', state(/"ProgressPercent":0,?/g, '')],
  ['state.older', 'believes the last', state(/"ProgressPercent":34/g, '"ProgressPercent":1')],
  [
    'state.number-in-quotes',
    'wants numbers',
    says(on('PUT', /state$/, (_, { body }) => (body.includes('"40"') ? { status: 400 } : {}))),
  ],
  [
    'state.nonsense',
    'breaks',
    says(on('PUT', /state$/, (_, { body }) => (body.includes('Nijik') ? { status: 500 } : {}))),
  ],
];
