import { AddressRules } from './address-rules.js';

const open = new AddressRules({ allow: [], denyPrivate: false });
const strict = new AddressRules({ allow: [], denyPrivate: true });

describe('an address', () => {
  it.each([
    ['127.0.0.1', 'this machine'],
    ['127.255.1.9', 'this machine'],
    ['0.0.0.0', 'this machine'],
    ['::1', 'this machine'],
    ['::', 'this machine'],
    ['[::1]', 'this machine'],
    ['::ffff:127.0.0.1', 'this machine'],
    ['::ffff:7f00:1', 'this machine'],
    ['64:ff9b::7f00:1', 'this machine'],
    ['2002:7f00:1::', 'this machine'],
    ['::127.0.0.1', 'this machine'],
    ['169.254.169.254', 'a link-local address'],
    ['::ffff:a9fe:a9fe', 'a link-local address'],
    ['fe80::1%eth0', 'a link-local address'],
    ['224.0.0.1', 'no address of the internet'],
    ['255.255.255.255', 'no address of the internet'],
    ['203.0.113.9', 'no address of the internet'],
    ['ff02::1', 'no address of the internet'],
    ['2001:db8::1', 'no address of the internet'],
    ['localhost', 'no address of the internet'],
    ['', 'no address of the internet'],
  ])('%s is never reached: %s', (address, objection) => {
    expect(open.objectionTo(address)).toBe(objection);
  });

  it.each(['8.8.8.8', '2606:4700::1111', '2002:808:808::1', '::ffff:8.8.8.8'])('%s is reached', (address) => {
    expect(strict.objectionTo(address)).toBeUndefined();
  });

  it.each([
    '10.1.2.3',
    '172.31.255.1',
    '192.168.1.10',
    '100.64.0.1',
    'fd12::1',
    '::ffff:192.168.1.10',
    '64:ff9b::a01:203',
  ])('%s is reached unless private networks are closed', (address) => {
    expect(open.objectionTo(address)).toBeUndefined();
    expect(strict.objectionTo(address)).toBe('a private network');
  });

  it('is reached where somebody allowed it, by network, by itself, or by the name of its host', () => {
    const rules = new AddressRules({
      allow: ['192.168.1.0/24', '127.0.0.1', 'NAS.local', 'fd00::/8'],
      denyPrivate: true,
    });
    expect(rules.objectionTo('192.168.1.7')).toBeUndefined();
    expect(rules.objectionTo('192.168.2.7')).toBe('a private network');
    expect(rules.objectionTo('127.0.0.1')).toBeUndefined();
    expect(rules.objectionTo('127.0.0.2')).toBe('this machine');
    expect(rules.objectionTo('fd00::7')).toBeUndefined();
    expect([rules.allowsHost('nas.LOCAL'), rules.allowsHost('other.local')]).toEqual([true, false]);
  });
});
