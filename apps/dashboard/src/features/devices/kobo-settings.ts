const THIS_MACHINE = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** The lines of a Kobo's configuration file (`.kobo/Kobo/Kobo eReader.conf`) that send its syncs to us. */
export function koboLines(apiEndpoint: string): string {
  return `[OneStoreServices]\napi_endpoint=${apiEndpoint}`;
}

/** Whether an address means "this machine" to whoever uses it, so that a device would look for us within itself. */
export function onlyReachesItself(address: string): boolean {
  return THIS_MACHINE.test(new URL(address).hostname);
}
