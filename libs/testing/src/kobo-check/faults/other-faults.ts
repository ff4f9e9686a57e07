import { type FaultRow, on, header, numbered, says, status } from './fault.js';

/** Wrong answers to everything else. */
export const OTHER_FAULTS: FaultRow[] = [
  ['else.profile', 'has an empty profile', says(on('GET', /profile/, () => ({ body: undefined })))],
  ['else.benefits', 'has none', says(on('GET', /benefits/, () => ({ body: {} })))],
  ['else.tests', 'takes POST only', status('GET', /gettests/, 404)],
  ['else.events', 'cannot take much', status('POST', /event/, 413)],
  ['else.raw-query', 'minds brackets', says(on('GET', /\[/, () => ({ status: 400 })))],
  ['else.store', 'has no deals', status('GET', /deals/, 404)],
  ['else.unknown', 'knows what it does not know', status('PATCH', /not\/exist/, 405)],
  ['else.base', 'has nothing at its base', status('GET', /^\/?$/, 404)],
  [
    'else.gzip',
    'compresses otherwise',
    says(on('GET', /initialization/, (answer) => header(answer, 'content-encoding', 'br'))),
  ],
  ['annotations.changes', 'knows nothing', status('POST', /checkforchanges/, 404)],
  [
    'annotations.kept',
    'has an empty list',
    says(on('GET', /annotations/, () => ({ body: { annotations: [], nextPageOffsetToken: null } }))),
  ],
  ['annotations.private', 'shows all', says(on('GET', /annotations/, () => ({ status: 200 })))],
  [
    'strangers.refused',
    'says not found',
    says((request, answer) => (request.device ? answer : { ...answer, status: 404 })),
  ],
  [
    'strangers.refused',
    'says why, at length',
    says((request, answer) => (request.device ? answer : { ...answer, body: { Resources: {} } })),
  ],
  [
    'strangers.flood',
    'locks everybody out',
    () => {
      const next = numbered();
      let bad = 0;
      return {
        wrong: (request, answer) =>
          request.device ? (bad >= 20 ? { status: 429, body: {} } : answer) : ((bad = next()), answer),
      };
    },
  ],
];
