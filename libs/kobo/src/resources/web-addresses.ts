const SHOP = 'https://www.kobo.com';
const LOCAL_SHOP = `${SHOP}/{region}/{language}`;
const ACCOUNT = 'https://authorize.kobo.com';
const LOCAL_ACCOUNT = `${ACCOUNT}/{region}/{language}`;
const FILES = 'https://ereaderfiles.kobo.com';

/** Other hosts, which the device calls for itself. Two of them have no scheme because the store gives them none. */
export const OTHER_HOSTS = {
  // The device takes only scheme and host of this one, so it would lose our path and with it the credential; and an
  // empty list of annotations from us would wipe the highlights on the device. It stays the store's until we keep them.
  reading_services_host: 'https://readingservices.kobo.com',
  dictionary_host: FILES,
  userguide_host: FILES,
  elabel_url: `${FILES}/elabels/`,
  discovery_host: 'https://discovery.kobobooks.com',
  social_host: 'https://social.kobobooks.com',
  social_authorization_host: 'https://social.kobobooks.com:8443',
  store_host: 'www.kobo.com',
  store_home: 'www.kobo.com/{region}/{language}',
  overdrive_account: 'https://auth.overdrive.com/account',
  overdrive_library: 'https://{libraryKey}.auth.overdrive.com/library',
  overdrive_library_finder_host: 'https://libraryfinder.api.overdrive.com',
  overdrive_thunder_host: 'https://thunder.api.overdrive.com',
  ppx_purchasing_url: 'https://purchasing.kobo.com',
  instapaper_env_url: 'https://www.instapaper.com/api/kobo',
} as const satisfies Record<string, string>;

/** Pages that only the device's browser opens, so the placeholders matter more than the exact address. */
export const WEB_PAGES = {
  account_page: `${SHOP}/account/settings`,
  account_page_rakuten: 'https://my.rakuten.co.jp/',
  audiobook_detail_page: `${LOCAL_SHOP}/audiobook/{slug}`,
  audiobook_landing_page: `${LOCAL_SHOP}/audiobooks`,
  audiobook_subscription_orange_deal_inclusion_url: `${ACCOUNT}/inclusion`,
  book_detail_page: `${LOCAL_SHOP}/ebook/{slug}`,
  book_detail_page_rakuten: 'https://books.rakuten.co.jp/rk/{crossrevisionid}',
  book_landing_page: `${SHOP}/ebooks`,
  categories_page: `${SHOP}/ebooks/categories`,
  client_authd_referral: `${ACCOUNT}/api/AuthenticatedReferral/client/v1/getLink`,
  createpurchaseifallowed_url: `${SHOP}/checkout/createpurchaseifallowed`,
  customer_care_live_chat: `${SHOP}/help`,
  eula_page: `${SHOP}/termsofuse?style=onestore`,
  facebook_sso_page: `${ACCOUNT}/signin/provider/Facebook/login?returnUrl=${SHOP}`,
  free_books_page: {
    EN: `${LOCAL_SHOP}/p/free-ebooks`,
    FR: `${LOCAL_SHOP}/p/livres-gratuits`,
    IT: `${LOCAL_SHOP}/p/libri-gratuiti`,
    NL: `${LOCAL_SHOP}/p/gratis-ebooks`,
    PT: `${LOCAL_SHOP}/p/livros-gratis`,
  },
  giftcard_epd_redeem_url: `${SHOP}/{storefront}/{language}/redeem-ereader`,
  giftcard_redeem_url: `${SHOP}/{storefront}/{language}/redeem`,
  help_page: `${SHOP}/help`,
  instapaper_link_account_start: `${LOCAL_ACCOUNT}/linkinstapaper`,
  kobo_privacyCentre_url: `${SHOP}/privacy`,
  love_dashboard_page: `${LOCAL_SHOP}/kobosuperpoints`,
  love_points_redemption_page: `${LOCAL_SHOP}/KoboSuperPointsRedemption?productId={ProductId}`,
  magazine_landing_page: `${SHOP}/emagazines`,
  more_sign_in_options: `${ACCOUNT}/signin?returnUrl=${SHOP}`,
  password_retrieval_page: `${SHOP}/passwordretrieval.html`,
  pocket_link_account_start: `${LOCAL_ACCOUNT}/linkpocket`,
  privacy_page: `${SHOP}/privacypolicy?style=onestore`,
  provider_external_sign_in_page: `${ACCOUNT}/ExternalSignIn/{providerName}?returnUrl=${SHOP}`,
  purchase_buy: `${SHOP}/checkoutoption/`,
  purchase_buy_templated: `${LOCAL_SHOP}/checkoutoption/{ProductId}`,
  redeem_interstitial_page: SHOP,
  registration_page: `${ACCOUNT}/signup?returnUrl=${SHOP}`,
  sign_in_page: 'https://auth.kobobooks.com/ActivateOnWeb',
  store_newreleases: `${LOCAL_SHOP}/List/new-releases`,
  store_search: `${LOCAL_SHOP}/Search?Query={query}`,
  store_top50: `${LOCAL_SHOP}/ebooks/Top`,
  subs_landing_page: `${LOCAL_SHOP}/plus`,
  subs_management_page: `${LOCAL_SHOP}/account/subscriptions`,
  subs_plans_page: `${LOCAL_SHOP}/plus/plans`,
  subs_purchase_buy_templated: `${LOCAL_SHOP}/Checkoutoption/{ProductId}/{TierId}`,
  terms_of_sale_page: `${LOCAL_ACCOUNT}/terms/termsofsale`,
  wishlist_page: `${LOCAL_SHOP}/account/wishlist`,
} as const satisfies Record<string, string | Record<string, string>>;
