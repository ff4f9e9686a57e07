import { adviceOf } from './server-faults.js';

const refusal = (more: object) => ({
  ...{ type: '/problems/source.unusable', title: 'The server cannot be used like this', status: 422 },
  ...{ detail: 'The server redirects.', instance: '' },
  errors: [{ path: 'baseUrl', message: 'The server redirects.', reason: 'redirect_refused', ...more }],
});

describe('what to do about a server that cannot be used', () => {
  it('is the address it names itself', () => {
    expect(adviceOf(refusal({ suggestedBaseUrl: 'https://cloud.example/dav/' }))).toEqual({
      address: 'https://cloud.example/dav/',
    });
  });

  it('is to wait, where it says for how long', () => {
    expect(adviceOf(refusal({ retryAfterSeconds: 90 }))).toEqual({ wait: 'It asks to be tried again in 2 minutes.' });
  });

  it('is nothing, where nothing is known', () => {
    expect(adviceOf(refusal({}))).toEqual({});
    expect(adviceOf(refusal({ suggestedBaseUrl: 5, retryAfterSeconds: 'soon' }))).toEqual({});
    expect(adviceOf(undefined)).toEqual({});
  });
});
