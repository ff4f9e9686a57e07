export type { Renew } from './access-tokens.js';
export { AccountAuthority, type AccountAuthorityOptions } from './account-authority.js';
export { readAuthFile, type AuthFileOptions, type AuthFileRead } from './auth-files/index.js';
export {
  readCredentials,
  waysOf,
  writeCredentials,
  type AudibleCredentials,
  type Bearer,
  type SigningMaterial,
  type Way,
} from './credentials.js';
export { hostsAt, REAL_HOSTS, type AudibleHosts, type OtherHosts } from './hosts.js';
export { marketplaceIn, marketplaceOf, MARKETPLACES, type Marketplace } from './marketplaces.js';
export { refreshToken, type AccessToken, type RefreshedToken, type RefreshOrder } from './refresh.js';
export * from './sign-in/index.js';
export type { WayMode } from './way-order.js';
