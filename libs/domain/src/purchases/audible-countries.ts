/** The countries Audible has a marketplace of its own for, by the codes it goes by itself: the United Kingdom is "uk". */
export const AUDIBLE_COUNTRIES = ['us', 'uk', 'de', 'fr', 'ca', 'it', 'au', 'in', 'jp', 'es', 'br'] as const;
export type AudibleCountry = (typeof AUDIBLE_COUNTRIES)[number];
