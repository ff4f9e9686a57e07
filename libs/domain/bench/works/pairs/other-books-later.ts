import { pairsOf } from '../pairs-of.js';

/** Other books, written after the rules had been tried, to see what they had not thought of. */
export const OTHER_BOOKS_LATER = pairsOf(
  'different',
  `
later/dune-houses
Dune: House Atreides | by Brian Herbert, Kevin J. Anderson | en
Dune: House Harkonnen | by Brian Herbert, Kevin J. Anderson | en

later/my-struggle
My Struggle: Book 1 | by Karl Ove Knausgård | en
My Struggle: Book 2 | by Karl Ove Knausgaard | en

later/proust
In Search of Lost Time: Swann's Way | by Marcel Proust | en
In Search of Lost Time: Time Regained | by Marcel Proust | en

later/halo
Halo: The Fall of Reach | by Eric Nylund | en
Halo: First Strike | by Eric Nylund | en

later/doctor-who
Doctor Who: Shada | by Gareth Roberts | en
Doctor Who: The Plotters | by Gareth Roberts | en

later/sandman-acts
The Sandman: Act II | by Neil Gaiman | en
The Sandman: Act III | by Neil Gaiman | en

later/ultimate-meaning
Man's Search for Meaning | by Viktor E. Frankl | en
Man's Search for Ultimate Meaning | by Viktor E. Frankl | en

later/ordinals-in-subtitles
The Year's Best Horror: Twelfth Annual Collection | by Karl Wagner | en
The Year's Best Horror: Eleventh Annual Collection | by Karl Wagner | en

later/paul-and-paula
The Room | by Paul Winter | en
The Room | by Paula Winter | en

later/two-subtitles-of-series
Wings of Fire: The Dark Secret | by Tui T. Sutherland | in Wings of Fire #4 | en
Wings of Fire: The Brightest Night | by Tui T. Sutherland | in Wings of Fire #5 | en

later/saga-and-volume
Mistborn: A Fantasy Saga | by Brandon Sanderson | en
Mistborn: Shadows of Self | by Brandon Sanderson | in Mistborn #5 | en

later/books-one-to-three
The Band | by Nicholas Eames | en
The Band: Books One to Three | by Nicholas Eames | en

later/oeuvres
Germinal | by Émile Zola | fr
Germinal, Nana, L'Assommoir : œuvres complètes | by Émile Zola | fr

later/volume-words-in-field
Saga | by Brian K. Vaughan | in Saga #Volume One | en
Saga | by Brian K. Vaughan | in Saga #Volume Two | en

later/macbeth-novel
Macbeth | by William Shakespeare | en
Macbeth: A Novel | by A. J. Hartley, David Hewson | en

later/great-courses
The Great Courses: Ancient Egypt | by Bob Brier | en
The Great Courses: Great Pharaohs | by Bob Brier | en

later/introductions
Rome: A Very Short Introduction | by Mary Kern | en
Greece: A Very Short Introduction | by Mary Kern | en

later/world-wars
World War I: A Very Short Introduction | by Mary Kern | en
World War II: A Very Short Introduction | by Mary Kern | en

later/history-of-many
Rome: A History | by Tom Hale | en
Greece: A History | by Tom Hale | en

later/de-geschichten
Geschichten vom Franz im Krankenhaus | by Christine Nöstlinger | de
Geschichten vom Franz | by Christine Nöstlinger | de

later/de-drei-fragezeichen
Die drei ??? (1) und das Gespensterschloss | by Robert Arthur | de
Die drei ??? (2) und der Fluch des Rubins | by Robert Arthur | de

later/gregs-tagebuch
Gregs Tagebuch 1 - Von Idioten umzingelt! | by Jeff Kinney | de
Gregs Tagebuch 2 - Gibt's Probleme? | by Jeff Kinney | de

later/asterix
Astérix - Astérix le Gaulois - nº1 | by René Goscinny | fr
Astérix - La Serpe d'or - nº2 | by René Goscinny | fr

later/guide-to-the-world
Wings of Fire | by Tui T. Sutherland | en
Wings of Fire: A Guide to the Dragon World | by Tui T. Sutherland | en

later/titles-with-slashes
Mockingjay | by Suzanne Collins | in The Hunger Games #3 | en
The Hunger Games / Catching Fire / Mockingjay | by Suzanne Collins | en

later/two-titles-with-slash
Animal Farm | by George Orwell | en
Animal Farm / 1984 | by George Orwell | en

later/longer-name-in-franchise
Star Wars: Thrawn | by Timothy Zahn | en
Star Wars: Thrawn: Alliances | by Timothy Zahn | en

later/franchise-alliances
Star Wars: Thrawn | by Timothy Zahn | in Star Wars | en
Star Wars: Thrawn Alliances | by Timothy Zahn | in Star Wars | en

later/faust-parts
Faust: Der Tragödie erster Teil | by Johann Wolfgang von Goethe | de
Faust: Der Tragödie zweiter Teil | by Johann Wolfgang von Goethe | de

later/episode
Ghosts of Berlin, Episode 1 | by Dana Roth | en
Ghosts of Berlin, Episode 2 | by Dana Roth | en
`,
);
