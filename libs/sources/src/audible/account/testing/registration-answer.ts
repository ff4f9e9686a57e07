import { ADP_TOKEN, PRIVATE_KEY } from './vectors.js';

/** What a registration is answered with, as an iPhone gets it. */
export const REGISTERED = {
  tokens: {
    bearer: { access_token: 'Atna|registered', refresh_token: 'Atnr|registered', expires_in: '3600' },
    mac_dms: { adp_token: ADP_TOKEN, device_private_key: PRIVATE_KEY },
    website_cookies: [
      { Name: 'session-id', Value: '000-1', Domain: '.amazon.de', Secure: 'true', Expires: '27 Sep 2043 20:45:37 GMT' },
      { Name: 'x-main', Value: '"quoted"', Domain: '.amazon.de', HttpOnly: 'false' },
    ],
    store_authentication_cookie: { cookie: 'store' },
  },
  extensions: {
    device_info: { device_name: 'Ada’s Octavo', device_serial_number: '0123', device_type: 'A2CZJZGLK2JJVM' },
    customer_info: {
      account_pool: 'Amazon',
      user_id: 'amzn1.account.X',
      home_region: 'EU',
      name: 'Ada L',
      given_name: 'Ada',
    },
  },
};
