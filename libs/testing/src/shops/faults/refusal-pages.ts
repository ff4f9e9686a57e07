const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

/** With status 503, for those who do not look like a browser or come too often. */
export const SORRY_PAGE = page(
  'Sorry! Something went wrong!',
  `<!-- To discuss automated access to this data, write to api-services-support@amazon.com. -->
<a href="/ref=cs_503_link"><img alt="Sorry, something went wrong on our end. Please go back and try again."></a>
<p>${'Please try again in a little while. '.repeat(55)}</p>`,
);

/** With status 200, in the place of any page. */
export const CAPTCHA_PAGE = page(
  'Robot Check',
  `<h4>Enter the letters you see below</h4><p>We have to make sure that no program is visiting us.</p>
<form method="get" action="/errors/validateCaptcha"><input type="hidden" name="amzn" value="x"><img src="/captcha/x.jpg">
<input id="captchacharacters" name="field-keywords" autocomplete="off"><button type="submit">Continue shopping</button></form>`,
);

/** With status 202 and a header that says so; a browser would work for some seconds and come again. */
export const CHALLENGE_PAGE = page(
  '',
  `<div id="challenge-container"></div><script>AwsWafIntegration.getToken().then(() => window.location.reload(true));</script>
<noscript><h1>JavaScript is disabled</h1><p>${'It is needed to verify that you are no robot. '.repeat(30)}</p></noscript>`,
  `<script>window.awsWafCookieDomainList = []; window.gokuProps = { "key": "x", "iv": "x", "context": "x" };</script>
<script src="https://token.awswaf.invalid/challenge.js"></script>`,
);

export const SIGN_IN_PAGE = page(
  'Sign in',
  '<form name="signIn" method="post"><label>Email <input type="email" name="email"></label><button>Continue</button></form>',
);

/** Tells that somebody is old enough. */
export const AGE_COOKIE = 'black-curtain-verified=1';

/** Asks for the age once; the link leads to the page that was wanted. */
export function ageGatePage(target: string): string {
  const link = `/black-curtain/save-eligibility/black-curtain?returnUrl=${encodeURIComponent(target)}`;
  return page(
    '警告：アダルトコンテンツ',
    `<div id="black-curtain-warning"><p>あなたは18歳以上ですか？</p><a href="${link.replaceAll('&', '&amp;')}">はい</a> <a href="/">いいえ</a></div>`,
  );
}

export const ERROR_PAGE = page('Error', '<h1>Error</h1><p>The server met with something that it did not expect.</p>');
