import { allowedAddress, ownHost } from './allowed-address.js';

const SHOP = { hosts: ['amazon.de', 'media-amazon.com'] };

describe('an address that may be asked', () => {
  it.each([
    'https://www.amazon.de/dp/B000',
    'https://amazon.de/',
    'https://m.media-amazon.com/images/I/91.jpg',
    'https://www.amazon.de:443/x',
  ])('is one of the provider: %s', (address) => {
    expect(allowedAddress(address, SHOP, {})?.href).toBe(new URL(address).href);
  });

  it.each([
    'http://www.amazon.de/',
    'https://www.amazon.de:8443/',
    'https://www.amazon.com/',
    'https://notamazon.de/',
    'https://amazon.de.example/',
    'https://user@www.amazon.de/',
    'https://:secret@www.amazon.de/',
    'https://127.0.0.1/',
    'ftp://www.amazon.de/',
    'data:image/png;base64,AA==',
    '/dp/B000',
    '',
  ])('is no other: %s', (address) => expect(allowedAddress(address, SHOP, {})).toBeUndefined());

  it('is only below the base address where one is set, whatever that is', () => {
    const settings = { baseUrl: 'http://127.0.0.1:8123/amazon/' };
    expect(allowedAddress('http://127.0.0.1:8123/dp/1', SHOP, settings)?.port).toBe('8123');
    for (const other of ['http://127.0.0.1:8124/dp/1', 'https://127.0.0.1:8123/', 'https://www.amazon.de/dp/1'])
      expect(allowedAddress(other, SHOP, settings)).toBeUndefined();
    expect(allowedAddress('http://127.0.0.1:8123/', SHOP, { baseUrl: 'no address' })).toBeUndefined();
  });

  it('belongs to one host of the provider', () => {
    expect(ownHost('www.amazon.de', SHOP.hosts)).toBe('amazon.de');
    expect(ownHost('amazon.de', SHOP.hosts)).toBe('amazon.de');
    expect(ownHost('xamazon.de', SHOP.hosts)).toBeUndefined();
  });
});
