export { beginSignIn, type SignInBegun, type SignInOrder } from './begin-sign-in.js';
export { deregister, type DeregisterOrder } from './deregister.js';
export { readLanding } from './read-landing.js';
export { registerDevice, type RegisterOrder } from './register-device.js';
export type { SignInSecrets } from './sign-in-secrets.js';
