/**
 * The app Octavo registers as: Audible for iPhone. It ages; a newer one is entered here and nowhere else.
 */
export const APP_PROFILE = {
  name: 'Audible',
  version: '3.56.2',
  softwareVersion: '35602678',
  osVersion: '15.0.0',
  deviceModel: 'iPhone',
  deviceType: 'A2CZJZGLK2JJVM',
  /** What its sign-in page is called; accounts with a username have their own. */
  page: { amazon: 'amzn_audible_ios', username: 'amzn_audible_ios_privatepool' },
  /** The same for what signs in, before an underscore and the country. */
  handle: { amazon: 'amzn_audible_ios', username: 'amzn_audible_ios_lap' },
} as const;
