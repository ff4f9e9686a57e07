import { pairsOf } from '../pairs-of.js';

/** One text in German, French, Spanish, Italian and other languages, as their shops write it. */
export const OTHER_LANGUAGES = pairsOf(
  'certain',
  `
de/umlaut-transcribed
Goetterdaemmerung | by Joerg Mueller | de | 320p
Götterdämmerung | by Jörg Müller | read Hans Sigl | de | 11h05

de/ungekuerzt
Der Schwarm | by Frank Schätzing | de | 987p
Der Schwarm: Ungekürzte Lesung | by Frank Schätzing | read Stefan Kaminski | de | 38h20

de/gekuerzt
Limit | by Frank Schätzing | de | 1328p
Limit (gekürzte Lesung) | by Frank Schätzing | read Heikko Deutschmann | de | 20h15 | abridged

de/roman
Die Vermessung der Welt: Roman | by Daniel Kehlmann | de | 304p
Die Vermessung der Welt | by Daniel Kehlmann | read Ulrich Matthes | de | 8h30

de/full-stop
Der Herr der Ringe. Die Gefährten | by J.R.R. Tolkien | de | 608p
Die Gefährten: Der Herr der Ringe 1 | by J.R.R. Tolkien | read Gert Heidenreich | de | 21h40

de/band
Eragon - Das Vermächtnis der Drachenreiter | by Christopher Paolini | in Die Eragon-Saga #1 | de | 608p
Das Vermächtnis der Drachenreiter: Eragon 1 | by Christopher Paolini | read Andreas Fröhlich | de | 20h45

de/kriminalroman
Mordsfreunde: Kriminalroman | by Nele Neuhaus | in Bodenstein & Kirchhoff #2 | de | 400p
Mordsfreunde: Bodenstein & Kirchhoff 2 | by Nele Neuhaus | read Oliver Siebeck | de | 12h30

de/hoerbuch
Tintenherz (Hörbuch) | by Cornelia Funke | read Rainer Strecker | de | 17h20 | audiobook
Tintenherz | by Cornelia Funke | de | 576p | ebook

de/gelesen-von
Das Parfum | by Patrick Süskind | de | 336p
Das Parfum - Gelesen von Hans Korte | by Patrick Süskind | read Hans Korte | de | 9h26

de/geschichte-eines-moerders
Das Parfum: Die Geschichte eines Mörders | by Patrick Süskind | de | 336p
Das Parfum | by Patrick Sueskind | read Hans Korte | de | 9h26

de/eszett
Große Erwartungen | by Charles Dickens | de | 600p
Grosse Erwartungen | by Charles Dickens | read Hans Eckardt | de | 21h30

de/potter
Harry Potter und der Stein der Weisen | by J.K. Rowling | in Harry Potter #1 | de | 336p
Harry Potter und der Stein der Weisen - Gesprochen von Rufus Beck: Harry Potter 1 | by J.K. Rowling | read Rufus Beck | de | 9h44

de/band-word
Die Zwerge | by Markus Heitz | in Die Zwerge #1 | de | 636p
Die Zwerge: Die Zwerge, Band 1 | by Markus Heitz | read Johannes Steck | de | 18h05

de/nominalised
Er ist wieder da: Der Roman | by Timur Vermes | de | 400p
Er ist wieder da | by Vermes, Timur | read Christoph Maria Herbst | de | 6h50 | abridged

de/translator
Der Name der Rose | by Umberto Eco, Burkhart Kroeber | de | 656p
Der Name der Rose | by Umberto Eco | read Gert Heidenreich | de | 23h50

de/english-shop-words
Der Vorleser (German Edition) | by Bernhard Schlink | de | 208p
Der Vorleser | by Bernhard Schlink | read Hans Korte | de | 4h50

de/vollstaendig
Momo | by Michael Ende | de | 304p
Momo: Die vollständige Lesung | by Michael Ende | read Gert Heidenreich | de | 7h45

de/sonderausgabe
Die unendliche Geschichte (Sonderausgabe) | by Michael Ende | de | 480p
Die unendliche Geschichte | by Michael Ende | read Gert Heidenreich | de | 14h00

fr/tome
Harry Potter à l'école des sorciers | by J.K. Rowling | in Harry Potter #1 | fr | 320p
Harry Potter à l'École des Sorciers: Harry Potter 1 | by J.K. Rowling | read Bernard Giraudeau | fr | 8h56

fr/space-before-colon
Le Petit Prince | by Antoine de Saint-Exupéry | fr | 96p
Le petit prince : texte intégral | by Antoine de Saint Exupéry | read Gérard Philipe | fr | 1h50

fr/roman
L'Étranger: roman | by Albert Camus | fr | 160p
L’étranger | by Albert Camus | read Albert Camus | fr | 3h20

fr/tome-in-title
Les Rois maudits, tome 1 : Le Roi de fer | by Maurice Druon | fr | 320p
Le Roi de fer: Les Rois maudits 1 | by Maurice Druon | read François Berland | fr | 9h10

fr/version-integrale
La Peste | by Albert Camus | fr | 288p
La Peste (Version intégrale) | by Albert Camus | read Christian Gonon | fr | 8h50

fr/ligature
Sœurs | by Bernard Minier | fr | 480p
Soeurs | by Bernard Minier | read Hugues Martel | fr | 13h20

fr/polar
Glacé: Thriller | by Bernard Minier | fr | 560p
Glacé | by Bernard Minier | in Commandant Servaz #1 | read Hugues Martel | fr | 17h30

fr/article
Comte de Monte-Cristo, Le | by Alexandre Dumas | fr | 1504p
Le Comte de Monte Cristo | by Alexandre Dumas | read Éric Herson-Macarel | fr | 49h00

fr/lu-par
Au revoir là-haut | by Pierre Lemaitre | fr | 576p
Au revoir là-haut - lu par l'auteur | by Pierre Lemaitre | read Pierre Lemaitre | fr | 17h30

es/castellano
Cien años de soledad | by Gabriel García Márquez | es | 496p
Cien años de soledad [One Hundred Years of Solitude] | by Gabriel García Márquez | read Gustavo Bonfigli | es | 15h30

es/inverted-marks
¿Quién mató a Palomino Molero? | by Mario Vargas Llosa | es | 192p
Quién mató a Palomino Molero | by Mario Vargas Llosa | read Juan Pérez | es | 4h40

es/spanish-edition
La sombra del viento (Spanish Edition) | by Carlos Ruiz Zafón | es | 576p
La sombra del viento | by Carlos Ruiz Zafon | in El cementerio de los libros olvidados #1 | read Jordi Boixaderas | es | 17h00

es/series
El cementerio de los libros olvidados 1. La sombra del viento | by Carlos Ruiz Zafón | es | 576p
La sombra del viento | by Carlos Ruiz Zafón | read Jordi Boixaderas | es | 17h00

es/narrado-en-castellano
La catedral del mar | by Ildefonso Falcones | es | 672p
La catedral del mar (Narración en Castellano) | by Ildefonso Falcones | read Raúl Llorens | es | 24h10

es/novela
Patria: Una novela | by Fernando Aramburu | es | 648p
Patria | by Fernando Aramburu | read Fernando Aramburu | es | 21h00

it/romanzo
Il nome della rosa. Romanzo | by Umberto Eco | it | 624p
Il nome della rosa | by Eco, Umberto | read Tommaso Ragno | it | 19h50

it/series
L'amica geniale | by Elena Ferrante | in L'amica geniale #1 | it | 336p
L'amica geniale: L'amica geniale 1 | by Elena Ferrante | read Anna Bonaiuto | it | 11h25

it/full-stop
Il Signore degli Anelli. La Compagnia dell'Anello | by J.R.R. Tolkien | it | 576p
La compagnia dell'anello: Il Signore degli Anelli 1 | by J.R.R. Tolkien | read Ennio Coltorti | it | 21h00

it/versione-integrale
Se questo è un uomo | by Primo Levi | it | 224p
Se questo è un uomo (versione integrale) | by Primo Levi | read Primo Levi | it | 6h20

it/montalbano
La forma dell'acqua | by Andrea Camilleri | in Montalbano #1 | it | 192p
La forma dell'acqua: Il commissario Montalbano 1 | by Andrea Camilleri | read Luigi Lo Cascio | it | 4h45

nl/deel
De ontdekking van de hemel | by Harry Mulisch | nl | 908p
De ontdekking van de hemel: Roman | by Harry Mulisch | read Harry Mulisch | nl | 31h00

sv/millennium
Män som hatar kvinnor | by Stieg Larsson | in Millennium #1 | sv | 567p
Män som hatar kvinnor: Millennium del 1 | by Stieg Larsson | in Millennium #1 | read Martin Wallström | sv | 18h45

pl/witcher
Ostatnie życzenie | by Andrzej Sapkowski | in Wiedźmin #1 | pl | 288p
Ostatnie zyczenie | by Andrzej Sapkowski | in Wiedzmin #1 | read Krzysztof Gosztyła | pl | 10h45

ru/author-in-latin
Преступление и наказание | by Фёдор Достоевский | ru | 600p
Преступление и наказание | by Достоевский Федор | read Иван Литвинов | ru | 22h00

ja/volume
ノルウェイの森 | by 村上春樹 | ja | 300p
ノルウェイの森 | by 村上 春樹 | read 妻夫木聡 | ja | 11h00

pt/edicao
Memórias Póstumas de Brás Cubas | by Machado de Assis | pt | 200p
Memorias Postumas de Bras Cubas | by Joaquim Maria Machado de Assis | read Renato Corte Real | pt | 7h10
`,
);
