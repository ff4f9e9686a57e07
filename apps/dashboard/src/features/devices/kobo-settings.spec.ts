import { koboLines, onlyReachesItself } from './kobo-settings.js';

describe('the lines for a Kobo', () => {
  it('are the section and the one setting', () => {
    expect(koboLines('http://10.0.0.2:8080/kobo/t')).toBe(
      '[OneStoreServices]\napi_endpoint=http://10.0.0.2:8080/kobo/t',
    );
  });
});

describe('an address that only reaches the machine itself', () => {
  it.each([
    'http://127.0.0.1:8080/kobo/t',
    'http://127.1/kobo/t',
    'http://localhost:8080/kobo/t',
    'http://LOCALHOST/kobo/t',
    'http://octavo.localhost/kobo/t',
    'http://[::1]:8080/kobo/t',
    'http://0.0.0.0:8080/kobo/t',
    'http://[::]:8080/kobo/t',
  ])('is %s', (address) => {
    expect(onlyReachesItself(address)).toBe(true);
  });

  it.each([
    'http://192.168.1.20:8080/kobo/t',
    'http://127.example.org/kobo/t',
    'https://localhost.example.org/kobo/t',
    'http://[fd00::1]:8080/kobo/t',
    'http://nas.local/kobo/t',
  ])('is not %s', (address) => {
    expect(onlyReachesItself(address)).toBe(false);
  });
});
