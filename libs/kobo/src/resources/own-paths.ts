/** Calls that come to us: key -> path below our base. Braces are for the device to fill in. */
export const OWN_PATHS = {
  // books
  library_sync: '/v1/library/sync',
  library_metadata: '/v1/library/{Ids}/metadata',
  reading_state: '/v1/library/{Ids}/state',
  delete_entitlement: '/v1/library/{Ids}',
  add_entitlement: '/v1/library/{RevisionIds}',
  library_book: '/v1/user/library/books/{LibraryItemId}',
  library_items: '/v1/user/library',
  library_search: '/v1/library/search',
  library_prices: '/v1/user/library/previews/prices',
  update_accessibility_to_preview: '/v1/library/{EntitlementIds}/preview',
  get_download_keys: '/v1/library/downloadkeys',
  get_download_link: '/v1/library/downloadlink',
  checkout_borrowed_book: '/v1/library/borrow',
  content_access_book: '/v1/products/books/{ProductId}/access',

  // collections; the capital I is the store's
  tags: '/v1/library/tags',
  tag_items: '/v1/library/tags/{TagId}/Items',
  delete_tag: '/v1/library/tags/{TagId}',
  delete_tag_items: '/v1/library/tags/{TagId}/items/delete',
  rename_tag: '/v1/library/tags/{TagId}',

  // covers
  image_url_template: '/v1/books/{ImageId}/thumbnail/{Width}/{Height}/false/image.jpg',
  image_url_quality_template: '/v1/books/{ImageId}/thumbnail/{Width}/{Height}/{Quality}/{IsGreyscale}/image.jpg',

  // sign-in
  oauth_host: '/oauth',
  device_auth: '/v1/auth/device',
  device_refresh: '/v1/auth/refresh',
  exchange_auth: '/v1/auth/exchange',
  rakuten_token_exchange: '/v1/auth/rakuten_token_exchange',
  affiliaterequest: '/v1/affiliate',
  add_device: '/v1/user/add-device',

  // the reader's account
  user_profile: '/v1/user/profile',
  user_platform: '/v1/user/platform',
  user_ratings: '/v1/user/ratings',
  user_recommendations: '/v1/user/recommendations',
  user_reviews: '/v1/user/reviews',
  user_wishlist: '/v1/user/wishlist',
  user_currencyconversion: '/v1/user/currency/convert',
  user_linked_accounts: '/v1/user/linkedaccounts',
  patch_user_linked_accounts: '/v1/user/linkedaccounts/{Id}',
  delete_user_linked_accounts: '/v1/user/linkedaccounts/{Id}',
  user_loyalty_benefits: '/v1/user/loyalty/benefits',
  user_loyalty_membership: '/v1/user/loyalty/membership',
  redeem_loyalty_points: '/v1/user/loyalty/redeem',
  user_tasteprofile_genre: '/v2/user/tasteprofile/genre',
  user_tasteprofile_complete: '/v2/user/tasteprofile/complete',
  browse_history: '/v1/user/browsehistory',
  shelfie_recommendations: '/v1/user/recommendations/shelfie',
  notifications_registration_issue: '/v1/notifications/registration',
  configuration_data: '/v1/configuration',
  geography_data: '/v2/configuration/geography/country',

  // telemetry stays at home
  get_tests_request: '/v1/analytics/gettests',
  post_analytics_event: '/v1/analytics/event',
  funnel_metrics: '/v1/funnelmetrics',
  tracking: '/v2/tracking/searchperformed',
  bam: '/v2/activity/bam/success',
} as const satisfies Record<string, string>;
