/**
 * What the device's shop and reading screens switch on. What only makes sense with an account at the store is off
 * here, which keeps a device that has none from asking for it; the rest is as the store has it.
 */
export const FLAGS = {
  // off for us
  kobo_audiobooks_enabled: 'False',
  kobo_audiobooks_credit_redemption: 'False',
  kobo_audiobooks_orange_deal_enabled: 'False',
  kobo_audiobooks_subscriptions_enabled: 'False',
  kobo_redeem_enabled: 'False',
  kobo_shelfie_enabled: 'False',
  kobo_shopping_cart_enabled: 'False',
  kobo_subscriptions_enabled: 'False',
  kobo_superpoints_enabled: 'False',
  kobo_wishlist_enabled: 'False',

  // as the store has them
  display_accessibility_enabled: 'False',
  display_parental_controls_enabled: 'False',
  fixed_layout_page_cache_enabled: 'True',
  gpb_flow_enabled: 'False',
  instapaper_enabled: 'True',
  kobo_display_price: 'True',
  kobo_dropbox_link_account_enabled: 'True',
  kobo_google_tax: 'False',
  kobo_googledrive_link_account_enabled: 'True',
  kobo_nativeborrow_enabled: 'True',
  kobo_onedrive_link_account_enabled: 'False',
  kobo_onestorelibrary_enabled: 'False',
  optimus_enabled: 'False',
  reflowable_page_cache_enabled: 'True',
  text_to_speech_region_override: 'False',
  use_one_store: 'True',
} as const satisfies Record<string, 'True' | 'False'>;
