import { assetFor, KEPUBIFY_CHECKSUMS, thisMachine } from './release.js';

const MACHINES = [
  ['linux', 'x64', undefined, 'kepubify-linux-64bit'],
  ['linux', 'arm64', undefined, 'kepubify-linux-arm64'],
  ['linux', 'ia32', undefined, 'kepubify-linux-32bit'],
  ['linux', 'arm', 8, 'kepubify-linux-arm'],
  ['linux', 'arm', 7, 'kepubify-linux-arm'],
  ['linux', 'arm', 6, 'kepubify-linux-armv6'],
  ['linux', 'arm', undefined, 'kepubify-linux-armv6'],
  ['linux', 'arm', 5, undefined],
  ['darwin', 'arm64', undefined, 'kepubify-darwin-arm64'],
  ['darwin', 'x64', undefined, 'kepubify-darwin-64bit'],
  ['win32', 'x64', undefined, 'kepubify-windows-64bit.exe'],
  ['win32', 'ia32', undefined, 'kepubify-windows-32bit.exe'],
  ['win32', 'arm64', undefined, 'kepubify-windows-arm64.exe'],
  ['linux', 'riscv64', undefined, undefined],
  ['freebsd', 'x64', undefined, undefined],
  ['darwin', 'arm', 7, undefined],
] as const;

describe('The release', () => {
  it.each(MACHINES)('has for %s on %s (ARM v%s) %s', (platform, arch, armVersion, asset) => {
    expect(assetFor({ platform, arch, armVersion })).toBe(asset);
  });

  it('has a checksum for each program that may be chosen, and for no other', () => {
    const chosen = new Set(MACHINES.flatMap(([, , , asset]) => asset ?? []));
    expect(new Set(KEPUBIFY_CHECKSUMS.keys())).toEqual(chosen);
    expect(new Set(KEPUBIFY_CHECKSUMS.values()).size).toBe(chosen.size);
    for (const checksum of KEPUBIFY_CHECKSUMS.values()) expect(checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is asked for with what Node.js says of this machine', () => {
    expect(thisMachine()).toMatchObject({ platform: process.platform, arch: process.arch });
  });
});
