import { pairsOf } from '../pairs-of.js';

/** The same story in another text, or a part of the text: a person may be asked, but it is never tied. */
export const RELATED = pairsOf(
  'related',
  `
related/translation-same-title
Momo | by Michael Ende | de | 304p
Momo | by Michael Ende | read Kate Winslet | en | 7h30

related/translation-sapiens
Sapiens: A Brief History of Humankind | by Yuval Noah Harari | en | 498p
Sapiens | by Yuval Noah Harari | read Carlos Manuel Vesga | es | 17h30

related/translation-potter
Harry Potter and the Philosopher's Stone | by J.K. Rowling | in Harry Potter #1 | en | 223p
Harry Potter und der Stein der Weisen | by J.K. Rowling | in Harry Potter #1 | read Rufus Beck | de | 9h44

related/translation-dune
Dune | by Frank Herbert | en | 658p
Dune | by Frank Herbert | read Benjamin Jungers | fr | 25h00

related/translation-region
Becoming | by Michelle Obama | en-GB | 448p
Becoming: Meine Geschichte | by Michelle Obama | read Katrin Fröhlich | de | 19h40

related/translation-marked
Inferno (Spanish Edition) | by Dan Brown | 620p
Inferno: A Novel | by Dan Brown | read Paul Michael | en | 17h12

related/translation-dragon
Eragon | by Christopher Paolini | in Eragon #1 | it | 600p
Eragon | by Christopher Paolini | in Eragon #1 | read Gerard Doyle | en | 16h22

related/translation-essay
Limonov | by Emmanuel Carrère | fr | 490p
Limonov | by Emmanuel Carrère | read Lorenzo Gioielli | it | 12h00

related/radio-play-hobbit
The Hobbit | by J. R. R. Tolkien | en | 310p
The Hobbit (Dramatised) | by J. R. R. Tolkien | read Full Cast | en | 3h42

related/radio-play-bbc
The Hitchhiker's Guide to the Galaxy | by Douglas Adams | en | 208p
The Hitchhiker's Guide to the Galaxy: BBC Radio 4 Full-Cast Dramatisation | by Douglas Adams | read Peter Jones | en | 5h40

related/radio-play-german
Der Schwarm | by Frank Schätzing | de | 987p
Der Schwarm: Das Hörspiel | by Frank Schätzing | read Manfred Zapatka | de | 10h20

related/radio-play-german-2
Sofies Welt | by Jostein Gaarder | de | 624p
Sofies Welt - Hörspiel | by Jostein Gaarder | de | 8h00

related/radio-play-french
Le Comte de Monte-Cristo | by Alexandre Dumas | fr | 1504p
Le Comte de Monte-Cristo (fiction radiophonique) | by Alexandre Dumas | fr | 6h00

related/radio-play-spanish
Don Quijote de la Mancha | by Miguel de Cervantes | es | 1000p
Don Quijote de la Mancha (Dramatizado) | by Miguel de Cervantes | es | 8h00

related/radio-play-italian
I promessi sposi | by Alessandro Manzoni | it | 700p
I promessi sposi (radiodramma) | by Alessandro Manzoni | it | 7h00

related/graphic-audio
Warbreaker | by Brandon Sanderson | en | 592p
Warbreaker [Dramatized Adaptation] | by Brandon Sanderson | read Full Cast | en | 15h00

related/graphic-audio-part
The Way of Kings | by Brandon Sanderson | in The Stormlight Archive #1 | en | 1007p
The Way of Kings (1 of 5) [Dramatized Adaptation] | by Brandon Sanderson | in The Stormlight Archive #1 | read Full Cast | en | 7h00

related/graphic-audio-subtitle
Red Rising | by Pierce Brown | in Red Rising #1 | en | 382p
Red Rising (Part 1 of 2) (Dramatized Adaptation) | by Pierce Brown | in Red Rising #1, Dramatized Adaptation | en | 6h10

related/graphicaudio-publisher
Elantris | by Brandon Sanderson | en | 492p
Elantris | by Brandon Sanderson | read A Full Cast | publisher GraphicAudio | en | 10h00

related/stage-adaptation
A Christmas Carol | by Charles Dickens | en | 29000w
A Christmas Carol: A Full-Cast Audio Drama | by Charles Dickens | en | 1h30

related/audio-drama
Alien: Out of the Shadows | by Tim Lebbon | in Alien #1 | en | 336p
Alien: Out of the Shadows: An Audible Original Drama | by Tim Lebbon | read Rutger Hauer | en | 4h28

related/de-teil-1
Der Schwarm | by Frank Schätzing | de | 987p
Der Schwarm, Teil 1 | by Frank Schätzing | read Stefan Kaminski | de | 13h00

related/de-teil-2-von-3
Die Säulen der Erde | by Ken Follett | in Kingsbridge #1 | de | 1150p
Die Säulen der Erde (Teil 2 von 3) | by Ken Follett | in Kingsbridge #1 | read Tobias Kluckert | de | 13h00

related/cd-1
The Stand | by Stephen King | en | 1153p
The Stand - Disc 1 | by Stephen King | read Grover Gardner | en | 1h10

related/part-1-of-2
Cryptonomicon | by Neal Stephenson | en | 918p
Cryptonomicon (Part 1 of 2) | by Neal Stephenson | read William Dufris | en | 21h00

related/fr-partie
Guerre et Paix | by Léon Tolstoï | fr | 1500p
Guerre et Paix (1re partie) | by Léon Tolstoï | fr | 20h00

related/manga-first-of-row
Naruto | by Masashi Kishimoto | en
Naruto, Vol. 13 | by Masashi Kishimoto | en

related/rocky
Rocky | by Rob Hall | en | 200p
Rocky II | by Rob Hall | en | 7h00

related/short-runtime
The Bicentennial Man | by Isaac Asimov | en | 211p
The Bicentennial Man | by Isaac Asimov | read Scott Brick | en | 1h20

related/long-runtime
The Sentinel | by Arthur C. Clarke | en | 11p
The Sentinel | by Arthur C. Clarke | read Ralph Lister | en | 9h40

related/play-and-novel
The Curious Incident of the Dog in the Night-Time | by Mark Haddon | en | 226p
The Curious Incident of the Dog in the Night-Time: The Play | by Mark Haddon, Simon Stephens | en | 2h10
`,
);
