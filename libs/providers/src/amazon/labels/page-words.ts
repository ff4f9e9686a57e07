import { foldText } from '@octavo/domain';
import { beginsWithOneOf, foldedList, holdsOneOf } from './phrases.js';

/** True for the title of a page that is not there. */
export const saysGone = holdsOneOf(
  '404|page not found|seite wurde nicht gefunden|seite nicht gefunden|dokument nicht gefunden|page introuvable|document introuvable|pagina non trovata|documento non trovato|página no encontrada|documento no encontrado|página não encontrada|documento não encontrado|pagina niet gevonden|document niet gevonden|sidan hittades inte|sidan kunde inte hittas|nie znaleziono|sayfa bulunamadı|ページが見つかりません|找不到|无法找到',
);

/** True for the text of a page that says of a search that nothing was found. */
export const saysNothingFound = holdsOneOf(
  'no results for|did not match any products|keine ergebnisse für|aucun résultat pour|nessun risultato per|no hay resultados para|no se han encontrado resultados|nenhum resultado para|geen resultaten voor|inga resultat för|brak wyników|sonuç bulunamadı|一致する商品はありません|検索結果はありません|没有找到',
);

/** True for a title that is read out as one that was paid for. */
export const saysSponsored = beginsWithOneOf(
  'sponsored|gesponserte anzeige|gesponsert|anzeige |sponsorisé|annonce sponsorisée|publicité|annuncio sponsorizzato|sponsorizzato|inserzione sponsorizzata|anuncio patrocinado|anúncio patrocinado|patrocinado|gesponsord|sponsrad|sponsorowan|sponsorlu|スポンサー|广告|赞助|إعلان ممول',
);

/** True for the title of a window that shows a book. */
export const saysBook = holdsOneOf(
  ': books|: bücher|: livres|: libri|: libros|: livros|: boeken|: böcker|: książki|: kitap|: 本|kindle edition|kindle ausgabe|kindle-shop|kindle store|tienda kindle|kindle版|ebook',
);

const BRAND =
  /^(?:visit the|besuche den|visita la tienda|visita lo store|visiter la boutique|visite a loja|bezoek de|besok|odwiedz sklep)\s/;
const BRAND_LABEL = /^(?:brand|marke|marque|marca|marchio|merk|varumarke|marka)\s?[:：]/;
const STORE = /\bstore (?:openen|anzeigen)$|のストアを表示|ストアを表示/;

/** True for the byline of a thing that a brand makes, which is no book. */
export function saysBrand(byline: string): boolean {
  const text = foldText(byline.slice(0, 200));
  return BRAND.test(text) || BRAND_LABEL.test(text) || STORE.test(text) || text.startsWith(foldText('ブランド'));
}

/** The roots under which books stand. */
const ROOTS = new Set(
  foldedList(
    'books|bücher|livres|libri|libros|livros|boeken|böcker|książki|kitap|kitaplar|本|图书|كتب|kindle store|kindle-shop|kindle shop|boutique kindle|tienda kindle|loja kindle|kindle-store|kindle-winkel|kindleストア|kindle商店|kindle ebooks|ebooks kindle|ebook kindle|kindle books|kindle本|audible|audible books & originals|audible audiobooks|audible hörbücher & originals|fremdsprachige bücher|foreign language books|english books|libri in altre lingue|libros en idiomas extranjeros|livres en langues étrangères|洋書|importados',
  ),
);

/** True for a category that says what kind of shop it is in and nothing of the book. */
export function isRootCategory(name: string): boolean {
  return ROOTS.has(foldText(name));
}

/** What stands beside a description to open it or over it to announce it. */
const NO_DESCRIPTION = new Set(
  foldedList(
    'read more|read less|show more|show less|see more|mehr lesen|weiterlesen|weniger lesen|mehr anzeigen|en lire plus|lire la suite|en savoir plus|voir plus|leggi di più|leggi tutto|mostra altro|ulteriori informazioni|leer más|ver más|mostrar más|ler mais|leia mais|mostrar mais|lees meer|meer weergeven|läs mer|visa mer|czytaj więcej|pokaż więcej|devamını oku|もっと読む|続きを読む|続きを表示|阅读更多|阅读更多信息|about this title|about this item|product description|book description|description|produktbeschreibung|produktbeschreibungen|description du produit|descrizione prodotto|descrizione del libro|descripción del producto|descrição do produto|productbeschrijving|produktbeskrivning|opis produktu|商品の説明|内容紹介|商品描述',
  ),
);

/** True for a text that belongs to the page around a description. */
export function isAroundDescription(text: string): boolean {
  return NO_DESCRIPTION.has(
    foldText(text.slice(0, 100))
      .replace(/[.…:]+$/, '')
      .trim(),
  );
}

/** True for a heading over what others wrote of a book or its author. */
export const saysEditorial = holdsOneOf(
  'review|booklist|publishers weekly|library journal|kirkus|about the author|praise for|critics|pressestimmen|rezension|klappentext autor|über den autor|über die autorin|autorenportrait|biographie|sull’autore|l’autore|dalla quarta|sobre el autor|biografía|sobre o autor|over de auteur|om författaren|o autorze|yazar hakkında|著者について|著者略歴|レビュー|作者简介|媒体推荐',
);
