import { targetBelowBase } from './target-below-base.js';

it.each([
  ['/kobo/t0ken/v1/deals', { path: '/v1/deals', query: '' }],
  ['/kobo/t0ken/v1/products/featured/?a=1', { path: '/v1/products/featured/', query: '?a=1' }],
  ['/kobo/t0ken/v1/x?q=a%2Cb&Filters=%7B%7D', { path: '/v1/x', query: '?q=a%2Cb&Filters=%7B%7D' }],
  ['/kobo/t0ken/v1/x?D=[{"K":"/a?b"}]', { path: '/v1/x', query: '?D=[{"K":"/a?b"}]' }],
  ['/kobo/t0ken/v1//x%2Fy', { path: '/v1//x%2Fy', query: '' }],
  ['/kobo/t0ken', { path: '/', query: '' }],
  ['/kobo/t0ken?a', { path: '/', query: '?a' }],
  ['http://evil.example/kobo/t0ken/v1/deals?a', { path: '/v1/deals', query: '?a' }],
  ['https://evil.example:1/kobo/t0ken/v1/deals', { path: '/v1/deals', query: '' }],
  ['//evil.example/kobo/t0ken/v1/deals', undefined],
  ['/x/kobo/t0ken/v1/deals', undefined],
  ['/api/books', undefined],
  ['', undefined],
])('%s asks for %j', (url, target) => expect(targetBelowBase(url)).toEqual(target));
