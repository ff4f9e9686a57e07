/** The one release that is fetched. A newer one gets in by a change of this file, never by asking what is newest. */
export const KEPUBIFY_VERSION = '4.0.4';

/** SHA-256 of each program of the release, by its file's name. */
export const KEPUBIFY_CHECKSUMS: ReadonlyMap<string, string> = new Map([
  ['kepubify-linux-64bit', '37d7628d26c5c906f607f24b36f781f306075e7073a6fe7820a751bb60431fc5'],
  ['kepubify-linux-arm64', '5a15b8f6f6a96216c69330601bca29638cfee50f7bf48712795cff88ae2d03a3'],
  ['kepubify-linux-32bit', '3365a848ce06d43fca8f1999eb69c6c8e0e20a56b6b8658a8466b9726adef0f5'],
  ['kepubify-linux-arm', '07f23275c4e674093443f01a591aa0980b0b87dbb0a10986d5001e9d56b0e1e7'],
  ['kepubify-linux-armv6', '7912901dc7b6f51e119f59cfd1f3f8ac2a5c64c42efba9d69ebf2ea8c3a7a2c9'],
  ['kepubify-darwin-arm64', '6467d44439ee899113c7f710b509ef9e5ce65e8df711c85192b9ea5b683594b7'],
  ['kepubify-darwin-64bit', '851afab0b83ecaf11f6965c901483eed3e74a6b41a3ab0a68f7321bc48bac4a3'],
  ['kepubify-windows-64bit.exe', 'f3dee3ece063329661fef474262fe403812335bf1676eab35b672565bf195738'],
  ['kepubify-windows-32bit.exe', '5aa6be67f468e50e1b552a2eb1d1ac1afc375d1e7cb359e344f2e71d2dacdefb'],
  ['kepubify-windows-arm64.exe', '0111c0896c4a82b5ba431768e42870993c8fa44225b10d79691fadf013d13565'],
]);

/** What decides which program runs here. */
export interface Machine {
  platform: string;
  arch: string;
  /** Generation of a 32-bit ARM, as Node.js was built for; absent on everything else. */
  armVersion?: number | undefined;
}

const ASSETS: Readonly<Record<string, string>> = {
  'linux x64': 'kepubify-linux-64bit',
  'linux arm64': 'kepubify-linux-arm64',
  'linux ia32': 'kepubify-linux-32bit',
  'darwin arm64': 'kepubify-darwin-arm64',
  'darwin x64': 'kepubify-darwin-64bit',
  'win32 x64': 'kepubify-windows-64bit.exe',
  'win32 ia32': 'kepubify-windows-32bit.exe',
  'win32 arm64': 'kepubify-windows-arm64.exe',
};

/** The name of the release's program for a machine; undefined where there is none. */
export function assetFor({ platform, arch, armVersion }: Machine): string | undefined {
  if (platform === 'linux' && arch === 'arm') return armAsset(armVersion);
  return ASSETS[`${platform} ${arch}`];
}

/** An ARM of unknown generation gets the program for v6, which v7 runs too. */
function armAsset(version = 6): string | undefined {
  if (version < 6) return undefined;
  return version === 6 ? 'kepubify-linux-armv6' : 'kepubify-linux-arm';
}

/** The machine this process runs on. */
export function thisMachine(): Machine {
  const variables: Readonly<Record<string, unknown>> = { ...process.config.variables };
  const version = Number(variables['arm_version'] ?? Number.NaN);
  return { platform: process.platform, arch: process.arch, armVersion: Number.isNaN(version) ? undefined : version };
}
