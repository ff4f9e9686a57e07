import { type FaultRow, type Json, on, replaced, resources, header, lacking, says, status } from './fault.js';

/** Wrong sign-ins, maps and OAuth hosts. */
export const SIGN_IN_FAULTS: FaultRow[] = [
  ['sign-in.device', 'creates a sign-in', status('POST', /auth\/device/, 201)],
  [
    'sign-in.device',
    'forgets the user key',
    says(on('POST', /auth/, ({ body }) => ({ body: { ...(body as Json), UserKey: '' } }))),
  ],
  [
    'sign-in.first',
    'wants a user key',
    says(on('POST', /auth/, (_, { body }) => (body.includes('UserKey') ? {} : { status: 400 }))),
  ],
  ['sign-in.refresh', 'renews nothing', status('POST', /refresh/, 404)],
  ['sign-in.no-right', 'lets everybody in', status('GET', /library\/sync/, 200)],
  ['sign-in.no-cookies', 'sets a cookie', says(on('GET', /profile/, (answer) => header(answer, 'set-cookie', 'a=1')))],
  [
    'initialization.shape',
    'adds a key',
    says(on('GET', /initialization/, ({ body }) => ({ body: { ...(body as Json), More: 1 } }))),
  ],
  [
    'initialization.shape',
    'has no API token',
    says(on('GET', /initialization/, (answer) => lacking(answer, 'x-kobo-apitoken'))),
  ],
  [
    'initialization.addresses',
    "leaves covers to the store's host",
    says(resources((map) => ({ ...map, image_host: '//cdn.kobo.com' }))),
  ],
  [
    'initialization.addresses',
    'escapes its braces',
    says(resources((map) => replaced(map, /\{ImageId\}/g, '%7BImageId%7D') as Json)),
  ],
  [
    'initialization.whole',
    'shortens its map',
    says(resources((map) => Object.fromEntries(Object.entries(map).slice(-100)))),
  ],
  ['initialization.whole', 'has flags that are no text', says(resources((map) => ({ ...map, use_one_store: true })))],
  [
    'initialization.port',
    'believes the Host header',
    says(resources((map, { headers }) => replaced(map, /127\.0\.0\.1:\d+/g, String(headers.host)) as Json)),
  ],
  [
    'initialization.forged',
    'believes any forwarded host',
    says(resources((map, { headers }) => ({ ...map, image_host: `https://${String(headers['x-forwarded-host'])}` }))),
  ],
  [
    'initialization.forwarded',
    'believes no proxy',
    () => ({ with: ({ base }) => ({ hands: { unconfigured: base } }) }),
  ],
  [
    'oidc.discovery',
    "leaves OAuth to the store's host",
    says(resources((map) => ({ ...map, oauth_host: 'https://oauth.kobo.com' }))),
  ],
  ['oidc.discovery', 'answers the discovery like anything', says(on('GET', /well-known/, () => ({ body: {} })))],
  ['oidc.authorize', 'shows a page', says(on('GET', /authorize/, () => ({ status: 200, body: {}, headers: {} })))],
  [
    'oidc.authorize',
    'forgets the state',
    says(
      on('GET', /authorize/, ({ headers }) => ({
        headers: { location: String(headers?.location).replace(/&state.*/, '') },
      })),
    ),
  ],
  [
    'oidc.elsewhere',
    'redirects anywhere',
    says(on('GET', /authorize/, () => ({ status: 302, headers: { location: 'https://evil.example' } }))),
  ],
  [
    'oidc.token',
    'has tokens without an end',
    says(on('POST', /token/, ({ body }) => ({ body: { ...(body as Json), expires_in: undefined } }))),
  ],
];
