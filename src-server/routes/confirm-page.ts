import { createHash } from 'node:crypto';
import { Language } from '../../shared/model/primitives';
import type { LinkState } from '../customers/confirm-email';
import { mailWords } from '../mail/words';

const style = `:root{color-scheme:light}body{margin:0;font:20px/1.5 Inter,system-ui,sans-serif;color:#1c2733;background:#f4f6f8}
main{max-width:38rem;margin:8vh auto;padding:32px;background:#fff;border:1px solid #d5dce3;border-radius:8px}
section+section{margin-top:24px;padding-top:24px;border-top:1px solid #d5dce3}
h1{font-size:28px;line-height:1.25;margin:0 0 16px}p{margin:0;overflow-wrap:anywhere}
button{margin-top:32px;width:100%;min-height:64px;font:inherit;font-weight:600;color:#fff;background:#0b4f8a;border:0;border-radius:8px;cursor:pointer}
button:focus-visible{outline:4px solid #1c2733;outline-offset:4px}button span{display:block}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing but its own style is loaded, nothing runs, and its one form goes where it came from. */
export const confirmPagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export type ConfirmPage = LinkState | { state: 'done' | 'trouble' };

/** One page in three languages: whoever opens the link from a mail has told us none. */
export function confirmPage(page: ConfirmPage): string {
  const title = escaped(mailWords('ro')('pageTitle'));
  const sections = Language.options.map(
    (language) =>
      `<section lang="${language}">${heading(language)}<p>${escaped(sentence(page, language))}</p></section>`,
  );
  return `<!doctype html><html lang="ro"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main>${sections.join('')}${page.state === 'open' ? button : ''}</main></body></html>`;
}

const heading = (language: Language): string => `<h1>${escaped(mailWords(language)('pageTitle'))}</h1>`;

function sentence(page: ConfirmPage, language: Language): string {
  const say = mailWords(language);
  switch (page.state) {
    case 'open':
      return say('pageAsk', { email: page.email });
    case 'done':
      return say('pageDone');
    case 'used':
      return say('pageUsed');
    case 'called-off':
      return say('pageCalledOff');
    case 'expired':
      return say('pageExpired');
    case 'unknown':
      return say('pageUnknown');
    case 'trouble':
      return say('pageTrouble');
  }
}

/** It posts to the page's own address. */
const button = `<form method="post"><button type="submit">${Language.options
  .map((language) => `<span lang="${language}">${escaped(mailWords(language)('pageButton'))}</span>`)
  .join('')}</button></form>`;

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
