import { pairsOf } from '../pairs-of.js';

/** Two books of one author whose titles are alike. */
export const SIMILAR_NAMES = pairsOf(
  'different',
  `
similar/angels
Angels & Demons | by Dan Brown | en
Demons | by Dan Brown | en

similar/homo-deus
Sapiens: A Brief History of Humankind | by Yuval Noah Harari | en
Homo Deus: A Brief History of Tomorrow | by Yuval Noah Harari | en

similar/a-short-history
A Short History of Nearly Everything | by Bill Bryson | en
A Really Short History of Nearly Everything | by Bill Bryson | en

similar/colleen
It Ends with Us | by Colleen Hoover | en
It Starts with Us | by Colleen Hoover | en

similar/godfather
The Godfather | by Mario Puzo | en
The Godfather Returns | by Mario Puzo | en

similar/black-prism
The Black Prism | by Brent Weeks | en
The Black Mirror | by Brent Weeks | en

similar/murder-on
Murder on the Links | by Agatha Christie | en
Murder on the Orient Express | by Agatha Christie | en

similar/murder-in
Murder in Mesopotamia | by Agatha Christie | en
Murder in the Mews | by Agatha Christie | en

similar/death-on-in
Death on the Nile | by Agatha Christie | en
Death in the Clouds | by Agatha Christie | en

similar/a-brief-history
A Brief History of Time | by Stephen Hawking | en
A Briefer History of Time | by Stephen Hawking | en

similar/rendezvous
Rendezvous with Rama | by Arthur C. Clarke | en
Rama Revealed | by Arthur C. Clarke | en

similar/odyssey
2001: A Space Odyssey | by Arthur C. Clarke | en
2010: Odyssey Two | by Arthur C. Clarke | en

similar/odyssey-2
2061: Odyssey Three | by Arthur C. Clarke | en
3001: The Final Odyssey | by Arthur C. Clarke | en

similar/neverwhere
Ender's Game | by Orson Scott Card | en
Ender's Shadow | by Orson Scott Card | en

similar/speaker
Speaker for the Dead | by Orson Scott Card | en
Shadow of the Dead | by Orson Scott Card | en

similar/dark-tower
The Dark Tower | by Stephen King | in The Dark Tower #7 | en
The Dark Tower: The Gunslinger | by Stephen King | in The Dark Tower #1 | en

similar/dark-half
The Dark Half | by Stephen King | en
The Dark Tower | by Stephen King | en

similar/mr-mercedes
The Shining | by Stephen King | en
Doctor Sleep | by Stephen King | en

similar/assassins
Assassin's Apprentice | by Robin Hobb | en
Assassin's Quest | by Robin Hobb | en

similar/fools
Fool's Errand | by Robin Hobb | en
Fool's Fate | by Robin Hobb | en

similar/warcross
Lord of Chaos | by Robert Jordan | en
Lord of Shadows | by Robert Jordan | en

similar/city-of
City of Bones | by Cassandra Clare | en
City of Ashes | by Cassandra Clare | en

similar/clockwork
Clockwork Angel | by Cassandra Clare | en
Clockwork Prince | by Cassandra Clare | en

similar/kings-queens
A Court of Thorns and Roses | by Sarah J. Maas | en
A Court of Mist and Fury | by Sarah J. Maas | en

similar/acowar
A Court of Wings and Ruin | by Sarah J. Maas | in A Court of Thorns and Roses #3 | en
A Court of Frost and Starlight | by Sarah J. Maas | in A Court of Thorns and Roses #3.5 | en

similar/twilight-eclipse
New Moon | by Stephenie Meyer | in The Twilight Saga #2 | en
Eclipse | by Stephenie Meyer | in The Twilight Saga #3 | en

similar/midnight-sun
Twilight | by Stephenie Meyer | en
Midnight Sun | by Stephenie Meyer | en

similar/4-hour
The 4-Hour Workweek | by Timothy Ferriss | en
The 4-Hour Body | by Timothy Ferriss | en

similar/rich-dad
Rich Dad Poor Dad | by Robert T. Kiyosaki | en
Rich Dad's Guide to Investing | by Robert T. Kiyosaki | en

similar/power-of-now
The Power of Now | by Eckhart Tolle | en
Practicing the Power of Now | by Eckhart Tolle | en

similar/love-languages
The 5 Love Languages | by Gary Chapman | en
The 5 Love Languages of Children | by Gary Chapman | en

similar/love-languages-men
The 5 Love Languages | by Gary Chapman | en
The 5 Love Languages: Singles Edition | by Gary Chapman | en

similar/seven-habits
The 7 Habits of Highly Effective People | by Stephen R. Covey | en
The 8th Habit | by Stephen R. Covey | en

similar/salt
Salt, Fat, Acid, Heat | by Samin Nosrat | en
Good Things | by Samin Nosrat | en

similar/de-tintenblut
Tintenherz | by Cornelia Funke | de
Tintenblut | by Cornelia Funke | de

similar/de-saeulen
Die Säulen der Erde | by Ken Follett | de
Die Tore der Welt | by Ken Follett | de

similar/de-fitzek
Der Seelenbrecher | by Sebastian Fitzek | de
Der Augensammler | by Sebastian Fitzek | de

similar/de-augen
Der Augensammler | by Sebastian Fitzek | de
Der Augenjäger | by Sebastian Fitzek | de

similar/fr-rois
Le Roi de fer | by Maurice Druon | fr
Le Roi de France | by Maurice Druon | fr

similar/fr-rivieres
Les rivières pourpres | by Jean-Christophe Grangé | fr
La dernière chasse | by Jean-Christophe Grangé | fr

similar/es-juego
El juego del ángel | by Carlos Ruiz Zafón | es
La sombra del viento | by Carlos Ruiz Zafón | es

similar/es-reina
La reina roja | by Juan Gómez-Jurado | es
Loba negra | by Juan Gómez-Jurado | es

similar/it-storia
Storia del nuovo cognome | by Elena Ferrante | it
Storia della bambina perduta | by Elena Ferrante | it

similar/shatter
Shatter Me | by Tahereh Mafi | en
Unravel Me | by Tahereh Mafi | en

similar/stalking-jack
The Hound of the Baskervilles | by Arthur Conan Doyle | en
The Sign of the Four | by Arthur Conan Doyle | en

similar/strangers
The Strangers | by Ann Cole | en
The Stranger Beside Me | by Ann Cole | en

similar/one-word-longer
The Magician | by Raymond Feist | en
The Magician's Apprentice | by Raymond Feist | en

similar/master
Magician: Apprentice | by Raymond E. Feist | en
Magician: Master | by Raymond E. Feist | en

similar/gospel
Revival | by Stephen King | en
Survival | by Stephen King | en

similar/typos-are-words
The Forest | by Edward Marsh | en
The Forests | by Edward Marsh | in Woods #2 | en

similar/no-authors
The Last Wish | en
The Last Witch | en

similar/no-authors-main
The Body | en
The Body: A Guide for Occupants | by Bill Bryson | en

similar/one-letter
The Fallen Star | by Mara Vane | en
The Falling Star | by Mara Vane | en

similar/dragons
Dragon Reborn | by Robert Jordan | en
Dragonborn | by Robert Jordan | en
`,
);
