import { xmpOf } from '../testing/xmp-of.js';
import { undecodedPacket } from './xmp-packet.js';

const packet = xmpOf('<pdf:Keywords>Ä</pdf:Keywords>');
const little = Buffer.from(packet, 'utf16le');

describe('a packet pdf.js does not decode', () => {
  it.each([
    ['UTF-16', little],
    ['UTF-16 of the other order', Buffer.from(little).swap16()],
    ['a code page', Buffer.from(packet.replace('\ufeff', ''), 'latin1')],
  ])('is found in %s, whatever is around it', (_, bytes) => {
    const file = Buffer.concat([Buffer.from('1 0 obj stream\n'), bytes, Buffer.from('\nendstream')]);
    expect(undecodedPacket([Buffer.from('%PDF'), file])).toContain('<pdf:Keywords>Ä</pdf:Keywords>');
  });

  it('is none in UTF-8: that would be of a picture', () => {
    expect(undecodedPacket([Buffer.from(packet)])).toBeUndefined();
  });

  it('is none without an end', () => {
    expect(undecodedPacket([little.subarray(0, 600), Buffer.alloc(100)])).toBeUndefined();
  });
});
