import type { AudibleCountry } from '@octavo/domain';

/** What one sign-in is finished with. Plain data, to be kept sealed until then, and used once. */
export interface SignInSecrets {
  country: AudibleCountry;
  withUsername: boolean;
  /** Of the device that is to be registered. */
  serial: string;
  /** The serial and the kind of device, in hexadecimal. */
  clientId: string;
  /** Proves that whoever registers is who began (RFC 7636). */
  verifier: string;
  /** Where the person lands after signing in. */
  returnTo: string;
}
