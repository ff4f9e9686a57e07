import { withoutSecrets } from './logging.js';

it.each([
  ['/kobo/t0ken/v1/library/sync?Filter=ALL', '/kobo/<token>/v1/library/sync?Filter=ALL'],
  ['/kobo/t0ken', '/kobo/<token>'],
  ['http://books.example.org/kobo/t0ken/v1', 'http://books.example.org/kobo/<token>/v1'],
  ['/prefix/kobo/t0ken/v1', '/prefix/kobo/<token>/v1'],
  ['/v1/x?url=http%3A%2F%2Fhost%2Fkobo%2Ft0ken%2Fv1', '/v1/x?url=http%3A%2F%2Fhost%2Fkobo%2F<token>%2Fv1'],
  ['/setup?token=s3cret&a=1', '/setup?token=<secret>&a=1'],
  ['/kobo/t0ken/oauth/authorize?code=s3cret', '/kobo/<token>/oauth/authorize?code=<secret>'],
])('%s is logged as %s', (url, logged) => expect(withoutSecrets(url)).toBe(logged));
