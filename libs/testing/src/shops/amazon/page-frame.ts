import { escaped } from '../markup.js';
import type { Manners } from '../manners.js';

/** What even the lightest page has around what it is about. */
const LEAST_KB = 20;
const filled = new Map<number, string>();

/** A page of the shop with everything around what it is about. */
export function shopPage(title: string, body: string, { weight = 0 }: Manners, head = ''): string {
  return `<!doctype html><html lang="en-us" class="a-no-js"><head><meta charset="utf-8"><title>${escaped(title)}</title>${head}</head>
<body><a id="nav-top"></a><div id="navbar"><form action="/s"><input name="field-keywords" id="twotabsearchtextbox"></form></div>
<div id="a-page">${body}${filling(LEAST_KB + weight)}</div></body></html>`;
}

/** Strips of other books, with their own names and stars, and the scripts between them. */
function filling(kilobytes: number): string {
  const known = filled.get(kilobytes);
  if (known !== undefined) return known;
  let text = '<div id="similarities_feature_div" class="a-carousel-container"><ol class="a-carousel">';
  for (let at = 0; text.length < kilobytes * 1024; at += 1) text += stranger(at);
  text += '</ol></div>';
  filled.set(kilobytes, text);
  return text;
}

function stranger(at: number): string {
  const asin = `B0Z${String(at).padStart(7, '0')}`;
  return `<li class="a-carousel-card" data-asin="${asin}"><div class="p13n-sc-uncoverable-faceout"><a class="a-link-normal" href="/stranger/dp/${asin}/ref=pd_sim_${at}">
<img alt="Stranger ${at}" src="/images/G/01/x-locale/common/grey-pixel.gif" height="160"></a><span class="a-size-small author">Stray Author ${at}</span>
<i class="a-icon a-icon-star" title="3.1 out of 5 stars"></i><span class="a-size-small">999 pages</span><span class="a-color-price">$9.99</span></div></li>
<script type="text/javascript">P.when("A", "sims").execute(function (A) { A.declarative("sims-${at}", "click", function () { return { "isbn": "9780000000002", "title": "Stranger ${at}" }; }); });</script>`;
}
