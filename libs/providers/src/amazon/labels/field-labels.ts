import { foldText } from '@octavo/domain';
import { cleanText } from '../../clean-text.js';

/** What a row of a product's details can say that we keep. */
export type DetailField =
  | 'asin'
  | 'isbn'
  | 'publisher'
  | 'published'
  | 'language'
  | 'pages'
  | 'duration'
  | 'version'
  | 'author'
  | 'narrator'
  | 'series'
  | 'format'
  | 'rank';

/** As the shops label them: English, German, French, Italian, Spanish, Portuguese, Dutch, Swedish, Polish, Turkish, Japanese, Chinese. */
const LABELS: Readonly<Record<DetailField, string>> = {
  asin: 'asin',
  isbn: 'isbn-10|isbn-13|isbn|isbn10|isbn13|isbn-nummer|page numbers source isbn|source isbn|seitenzahl quelle isbn|isbn de la source des numéros de page|pagineringsbron isbn|isbn fonte numero pagina|isbn da fonte dos números de página|条形码',
  publisher:
    'publisher|herausgeber|verlag|éditeur|editeur|editore|editorial|editor|editora|uitgever|uitgeverij|utgivare|förlag|wydawca|wydawnictwo|yayıncı|yayınevi|出版社|الناشر',
  published:
    'publication date|release date|pub. date|erscheinungstermin|erscheinungsdatum|date de publication|date de sortie|data di pubblicazione|data di uscita|fecha de publicación|fecha de lanzamiento|data da publicação|data de publicação|data de lançamento|publicatiedatum|uitgiftedatum|utgivningsdatum|publiceringsdatum|data publikacji|data wydania|yayınlanma tarihi|yayın tarihi|basım tarihi|発売日|出版日期|出版日|配信日|تاريخ النشر',
  language: 'language|sprache|langue|lingua|idioma|taal|språk|język|dil|言語|语种|语言|اللغة',
  pages:
    "print length|book length|length|pages|number of pages|page count|seitenzahl der print-ausgabe|seitenzahl|seiten|seitenanzahl|nombre de pages|nombre de pages de l’édition imprimée|nombre de pages de l'édition imprimée|lunghezza stampa|lunghezza|pagine|numero di pagine|longitud de impresión|número de páginas|longitud|páginas|número de páginas de la edición impresa|quantidade de páginas|printlengte|aantal pagina's|pagina's|antal sidor|utskriftslängd|tryckt längd|sidor|liczba stron|długość wydania drukowanego|długość druku|stron|sayfa sayısı|baskı uzunluğu|本の長さ|ページ数|页数|印刷长度|纸书页数|طول الطباعة|عدد الصفحات",
  duration:
    "listening length|spieldauer|hördauer|durée|durée d’écoute|durée d'écoute|durata|durata di ascolto|duración|duración de escucha|duração|duração da audição|luisterduur|luisterlengte|speltid|lyssningslängd|czas trwania|czas słuchania|dinleme süresi|再生時間|收听时长|مدة الاستماع",
  version: 'version|fassung|versione|versión|versão|versie|wersja|sürüm|バージョン|版本',
  author: 'author|autor|auteur|autore|autor/a|författare|yazar|著者|作者|المؤلف',
  narrator:
    'narrator|gesprochen von|erzähler|sprecher|narrateur|lu par|narratore|letto da|narrador|narrado por|verteller|voorgelezen door|uppläsare|berättare|lektor|anlatıcı|seslendiren|ナレーター|朗读者|讲述者|الراوي',
  series:
    'series|part of series|part of|serie|teil der serie|reihe|série|fait partie de la série|parte della serie|parte de la serie|parte da série|onderdeel van serie|del av serie|seria|część serii|seri|シリーズ|丛书名',
  format:
    'format|formato|formaat|program type|programmtyp|type de programme|tipo di programma|tipo de programa|programtyp|binding|フォーマット|形式|版型',
  rank: "best sellers rank|amazon best sellers rank|bestsellers rank|amazon bestseller-rang|amazon bestsellers rank|bestseller-rang|classement des meilleures ventes d'amazon|classement des meilleures ventes|posizione nella classifica bestseller di amazon|clasificación en los más vendidos de amazon|ranking dos mais vendidos|plaats in bestsellerlijst|rangordning för bästsäljare|ranking najlepiej sprzedających się|çok satanlar sıralaması|amazon 売れ筋ランキング|売れ筋ランキング",
};

const FIELD_OF = new Map<string, DetailField>(
  (Object.keys(LABELS) as DetailField[]).flatMap((field) =>
    LABELS[field].split('|').map((label): [string, DetailField] => [folded(label), field]),
  ),
);
const LONGEST = 60;

/** "Publisher ‏ : ‎" -> 'publisher', "Erscheinungstermin" -> 'published'. Undefined for labels of what we do not keep. */
export function fieldOf(label: string): DetailField | undefined {
  const text = folded(label);
  const known = FIELD_OF.get(text);
  if (known !== undefined || !text.includes('audible')) return known;
  // The shops of audiobooks name themselves: "Audible.de Release Date", "Audible.co.jp 発売日".
  const rest = text.replace(/(?:\b(?:su|sur|en|on|na|op|bij|av) )?audible\.[a-z.]{2,6}/, '').trim();
  return FIELD_OF.get(rest.replace(/\s+/g, ' '));
}

/** "Language English" -> the field and what is behind its label, where nothing parts the two. */
export function labelledText(text: string): { field: DetailField; value: string } | undefined {
  const words = text.slice(0, 400).split(' ');
  for (let count = Math.min(6, words.length - 1); count > 0; count--) {
    const label = words.slice(0, count).join(' ');
    const field = label.length <= LONGEST ? fieldOf(label) : undefined;
    if (field !== undefined)
      return {
        field,
        value: words
          .slice(count)
          .join(' ')
          .replace(/^[\s:：]+/, ''),
      };
  }
  return undefined;
}

function folded(label: string): string {
  return foldText(cleanText(label.slice(0, 200)))
    .replace(/[’‘]/g, "'")
    .replace(/[\s:：*.]+$/, '')
    .replace(/^[\s*]+/, '');
}
