const list = (words: string) => words.split(' ');

/** Of titles; a fixed number of each, since which book is called what follows from its number. */
export const KINDS = list(
  'Amber Broken Crimson Distant Empty Frozen Gilded Hollow Iron Jagged Lantern Lost Midnight Narrow Open Pale Quiet Restless Silver Tidal Unseen Velvet Winter Yellow Zenith',
);
export const THINGS = list(
  'Almanac Bridge Cartographer Daughter Engine Ferryman Garden Harbour Island Juniper Keeper Lighthouse Mirror Nightingale Orchard Piper Quarry River Shepherd Tower Umbrella Violin Watchmaker Yard Zodiac',
);
export const PLACES = list(
  'Aldermoor Brún Corvale Dunmere Évora Farrow Greywick Hesper Ilmarsh Jorvik Kestrel Łęczna Marrow Norring Öland Pellam Quill Ravensea Sørfjord Tarn',
);
export const FIRST_NAMES = list(
  'Ada Bruno Clara Dario Esme Faye Gustav Hana Ivo Jonas Kaija Lucía Mira Nils Olga Petra Quentin Rosa Søren Zoë',
);
export const LAST_NAMES = list(
  'Abery Ångström Brandt Čapek Delacroix Eriksen Fairweather Gallagher Holt Ishikawa Jansen Kowalski Lindqvist Moreau Núñez Okafor Petrov Roan Serrano Valdane',
);
export const PUBLISHERS = ['Quay & Harbour', 'Northlight Press', 'Éditions du Phare', 'Tern Books', 'Salt and Stone'];
/** The first of each is wider than the second. */
export const GENRES = [
  ['Fantasy', 'Adventure'],
  ['Historical fiction', 'Romance'],
  ['Science fiction', 'Dystopias'],
  ['Mystery', 'Thrillers'],
  ['Horror', 'Short stories'],
] as const;
