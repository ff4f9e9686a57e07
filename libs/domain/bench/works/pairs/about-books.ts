import { pairsOf } from '../pairs-of.js';

/** A book beside what is about it, made from it, or a piece of it. */
export const ABOUT_BOOKS = pairsOf(
  'different',
  `
about/summary
Atomic Habits | by James Clear | en | 320p
Summary of Atomic Habits by James Clear | by Readtrepreneur Publishing | en | 0h55

about/summary-same-author
Atomic Habits | by James Clear | en | 320p
Atomic Habits: Summary | by James Clear | en | 0h45

about/summary-no-author
Sapiens | en
Summary: Sapiens | en

about/summary-analysis
Educated: A Memoir | by Tara Westover | en
Educated: A Memoir by Tara Westover - Summary and Analysis | by Instaread | en

about/study-guide
The Great Gatsby | by F. Scott Fitzgerald | en
The Great Gatsby: Study Guide | by F. Scott Fitzgerald | en

about/sparknotes
Hamlet | by William Shakespeare | en
Hamlet (SparkNotes) | by William Shakespeare | en

about/cliffsnotes
To Kill a Mockingbird | by Harper Lee | en
CliffsNotes on Lee's To Kill a Mockingbird | by Tamara Castleman | en

about/workbook
The Artist's Way | by Julia Cameron | en
The Artist's Way Workbook | by Julia Cameron | en

about/workbook-for
Boundaries | by Henry Cloud | en
Workbook for Boundaries by Henry Cloud | by Henry Cloud | en

about/companion
The Wheel of Time | by Robert Jordan | en
The Wheel of Time Companion | by Robert Jordan | en

about/analysis-of
The Prince | by Niccolò Machiavelli | en
An Analysis of Niccolò Machiavelli's The Prince | by Ben Worthy | en

about/sampler
The Way of Kings | by Brandon Sanderson | en | 1007p
The Way of Kings: Free Sampler | by Brandon Sanderson | en | 1h10

about/excerpt
The Midnight Library | by Matt Haig | en
The Midnight Library (Free Excerpt) | by Matt Haig | en

about/sample-chapters
Fourth Wing | by Rebecca Yarros | en
Fourth Wing: Sample Chapters | by Rebecca Yarros | en

about/preview
Oathbringer | by Brandon Sanderson | en
Oathbringer: Free Preview | by Brandon Sanderson | en

about/graphic-novel
Coraline | by Neil Gaiman | en
Coraline: The Graphic Novel | by Neil Gaiman | en

about/graphic-history
Sapiens: A Brief History of Humankind | by Yuval Noah Harari | en
Sapiens: A Graphic History | by Yuval Noah Harari | en

about/young-readers
Born a Crime: Stories from a South African Childhood | by Trevor Noah | en
It's Trevor Noah: Born a Crime: Adapted for Young Readers | by Trevor Noah | en

about/young-readers-edition
The Omnivore's Dilemma | by Michael Pollan | en
The Omnivore's Dilemma: Young Readers Edition | by Michael Pollan | en

about/penguin-reader
Jane Eyre | by Charlotte Brontë | en | 183000w
Jane Eyre (Penguin Readers Level 5) | by Charlotte Brontë | en | 3h00

about/screenplay
Good Will Hunting | by Matt Damon | en
Good Will Hunting: A Screenplay | by Matt Damon | en

about/journal
The Daily Stoic | by Ryan Holiday | en
The Daily Stoic Journal | by Ryan Holiday | en

about/guided-journal
Becoming | by Michelle Obama | en
Becoming: A Guided Journal for Discovering Your Voice | by Michelle Obama | en

about/colouring
A Game of Thrones | by George R. R. Martin | en
A Game of Thrones: The Official Colouring Book | by George R. R. Martin | en

about/cookbook
Outlander | by Diana Gabaldon | en
Outlander Kitchen: The Official Outlander Companion Cookbook | by Theresa Carle-Sanders | en

about/making-of
Dune | by Frank Herbert | en
The Making of Dune | by Frank Herbert | en

about/trivia
The Hunger Games | by Suzanne Collins | en
The Hunger Games: Trivia and Quiz Book | by Suzanne Collins | en

about/discussion
The Nightingale | by Kristin Hannah | en
Discussion Guide: The Nightingale | by Kristin Hannah | en

about/takeaways
Start with Why | by Simon Sinek | en
Key Takeaways from Start with Why | by Simon Sinek | en

about/blinkist
Deep Work | by Cal Newport | en
Deep Work | by Blinkist | en | 0h19

about/de-zusammenfassung
Sapiens | by Yuval Noah Harari | de
Sapiens: Zusammenfassung | by Yuval Noah Harari | de

about/de-lektuereschluessel
Der Vorleser | by Bernhard Schlink | de
Lektüreschlüssel: Bernhard Schlink, Der Vorleser | by Bernhard Schlink | de

about/de-interpretation
Faust I | by Johann Wolfgang von Goethe | de
Interpretation zu Johann Wolfgang von Goethe: Faust I | by Johann Wolfgang von Goethe | de

about/de-leseprobe
Der Schwarm | by Frank Schätzing | de
Der Schwarm (Leseprobe) | by Frank Schätzing | de

about/de-hoerprobe
Tintenherz | by Cornelia Funke | de
Tintenherz - Hörprobe | by Cornelia Funke | de

about/de-arbeitsbuch
Das Kind in dir muss Heimat finden | by Stefanie Stahl | de
Das Kind in dir muss Heimat finden: Das Arbeitsbuch | by Stefanie Stahl | de

about/de-comic
Die Physiker | by Friedrich Dürrenmatt | de
Die Physiker: Graphic Novel | by Friedrich Dürrenmatt | de

about/de-xxl
Achtsam morden | by Karsten Dusse | de
Achtsam morden: XXL-Leseprobe | by Karsten Dusse | de

about/fr-fiche
L'Étranger | by Albert Camus | fr
L'Étranger (Fiche de lecture) | by Albert Camus | fr

about/fr-resume
Le Petit Prince | by Antoine de Saint-Exupéry | fr
Le Petit Prince - Résumé et analyse | by Antoine de Saint-Exupéry | fr

about/fr-extrait
Glacé | by Bernard Minier | fr
Glacé (extrait gratuit) | by Bernard Minier | fr

about/fr-bd
L'Étranger | by Albert Camus | fr
L'Étranger : bande dessinée | by Albert Camus | fr

about/es-resumen
Cien años de soledad | by Gabriel García Márquez | es
Resumen de Cien años de soledad | by Gabriel García Márquez | es

about/es-guia
La sombra del viento | by Carlos Ruiz Zafón | es
La sombra del viento (Guía de lectura) | by Carlos Ruiz Zafón | es

about/es-fragmento
Patria | by Fernando Aramburu | es
Patria (fragmento gratuito) | by Fernando Aramburu | es

about/it-riassunto
Il nome della rosa | by Umberto Eco | it
Il nome della rosa: riassunto | by Umberto Eco | it

about/it-guida
Se questo è un uomo | by Primo Levi | it
Se questo è un uomo: guida alla lettura | by Primo Levi | it

about/it-fumetti
La forma dell'acqua | by Andrea Camilleri | it
La forma dell'acqua a fumetti | by Andrea Camilleri | it

about/screenplay-same-isbn
Coraline | by Neil Gaiman | isbn 9780380807345 | en
Coraline: Study Guide | by Neil Gaiman | isbn 9780380807345 | en
`,
);
