import { addressFinding, type AddressSeen, hostKind } from './address.js';

const SET = { publicUrlIsSet: true, listensOn: '0.0.0.0', handedOut: '' };
const UNSET = { publicUrlIsSet: false, publicUrl: 'http://127.0.0.1:8080', listensOn: '0.0.0.0' };

describe('the address devices are given', () => {
  it.each<[AddressSeen, string, RegExp]>([
    [{ ...SET, publicUrl: 'https://books.example.org/octavo' }, 'good', /books\.example\.org\/octavo/],
    [{ ...SET, publicUrl: 'http://192.168.1.20:8080', listensOn: '127.0.0.1' }, 'good', /192/],
    [{ ...SET, publicUrl: 'http://127.0.0.1:8080' }, 'bad', /this machine/],
    [{ ...SET, publicUrl: 'http://localhost' }, 'bad', /this machine/],
    [{ ...SET, publicUrl: 'http://[::1]:8080' }, 'bad', /this machine/],
    [{ ...SET, publicUrl: 'http://0.0.0.0:8080' }, 'bad', /this machine/],
    [{ ...SET, publicUrl: 'http://169.254.7.7' }, 'bad', /no network/],
    [{ ...SET, publicUrl: 'http://nas.local:8080' }, 'bad', /\.local/],
    [{ ...SET, publicUrl: 'http://host.docker.internal:8080' }, 'bad', /containers/],
    [{ ...SET, publicUrl: 'http://octavo:8080' }, 'warning', /bare name/],
    [{ ...SET, publicUrl: 'https://ada:secret@a.example' }, 'bad', /user name/],
    [{ ...UNSET, handedOut: 'http://192.168.1.20:8080' }, 'warning', /not set/],
    [{ ...UNSET, handedOut: 'http://127.0.0.1:8080' }, 'bad', /within itself/],
    [{ ...UNSET, listensOn: '127.0.0.1', handedOut: 'http://127.0.0.1:8080' }, 'bad', /listens on this machine only/],
    [{ ...UNSET, listensOn: '127.0.0.1', handedOut: 'https://a.example' }, 'warning', /not set/],
  ])('%j is %s', (seen, state, detail) => {
    const finding = addressFinding(seen);
    expect(finding).toMatchObject({ check: 'address', state, detail: expect.stringMatching(detail) });
    expect(finding.advice === null).toBe(state === 'good');
    expect(JSON.stringify(finding)).not.toContain('secret');
  });

  it.each([
    ['127.0.0.53', 'this machine'],
    ['[::ffff:127.0.0.1]', 'this machine'],
    ['[::ffff:7f00:1]', 'this machine'],
    ['[::]', 'this machine'],
    ['a.localhost', 'this machine'],
    ['[fe80::1]', 'link-local'],
    ['NAS.LOCAL.', 'mdns'],
    ['localhost.example', 'reachable'],
    ['[fd00::1]', 'reachable'],
    ['10.0.0.1', 'reachable'],
  ])('%s is %s', (hostname, kind) => expect(hostKind(hostname)).toBe(kind));
});
