import { aptInstall, asRoot, hasApt } from './apt.mjs';
import { findProgram } from './programs.mjs';

const findChromium = () => findProgram(['chromium', 'chromium-browser', 'google-chrome']);

/** The browser for the tests of the dashboard: where it is, or undefined. Installed where that needs no password. */
export async function provideChromium() {
  if (findChromium()) return findChromium();
  const root = hasApt() ? await asRoot() : undefined;
  if (root) await aptInstall(root, ['chromium']);
  return findChromium();
}
