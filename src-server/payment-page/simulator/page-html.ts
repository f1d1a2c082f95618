import { Language } from '../../../shared/model/primitives';
import { formatsFor } from '../../../shared/text/format';
import { languageNames, pageWords } from './page-words';
import type { SimulatedPayment } from './payments';

const style = `body{font:20px/1.5 system-ui,sans-serif;max-width:26em;margin:2em auto;padding:0 1em;color:#1b2733}
strong{display:block;font-size:2em}button{font:inherit;min-height:56px;width:100%;margin:.5em 0;border-radius:8px;
border:1px solid #0b5c8a;background:#fff;color:#0b5c8a}button.pay{background:#0b5c8a;color:#fff}nav a{margin-right:1em}
small{color:#4a5a68}`;

/** The page on the customer's phone, without a script. */
export function pageHtml(payment: SimulatedPayment, language: Language): string {
  const words = pageWords[language];
  const amount = formatsFor(language).money(payment.amountBani);
  const others = Language.options.map(
    (other) => `<a href="?language=${other}" lang="${other}">${languageNames[other]}</a>`,
  );
  return `<!doctype html><html lang="${language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${words.title}</title><style>${style}</style>
<nav>${others.join('')}</nav><main><h1>${words.title}</h1>
<p>${words[payment.state]}<strong>${amount}</strong></p>
${payment.state === 'open' ? buttons(payment, language) : ''}<small>${words.simulated}</small></main></html>`;
}

function buttons({ paymentId }: SimulatedPayment, language: Language): string {
  const { pay, decline } = pageWords[language];
  const button = (action: 'pay' | 'decline', label: string) =>
    `<form method="post" action="/pay/${paymentId}/${action}?language=${language}"><button class="${action}">${label}</button></form>`;
  return `${button('pay', pay)}${button('decline', decline)}`;
}
