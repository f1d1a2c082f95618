import type { Language } from '../../shared/model/primitives';
import { formatsFor } from '../../shared/text/format';
import { publicUrlMark } from './outbox';
import { mailWords } from './words';

export interface Confirmation {
  clientCode: string;
  token: string;
  endsAt: string;
  language: Language;
}

/** Asks whether an address is really the customer's. Says nothing else of the account: anybody may have typed the address. */
export function confirmationMail({ clientCode, token, endsAt, language }: Confirmation): {
  subject: string;
  body: string;
} {
  const say = mailWords(language);
  const until = formatsFor(language).moment(endsAt);
  const paragraphs = [
    say('greeting'),
    `${say('confirmWhy', { clientCode })} ${say('confirmHow')}`,
    `${publicUrlMark}/confirm/${token}`,
    say('confirmUntil', { until }),
    say('confirmNotYou'),
    say('regards'),
  ];
  return { subject: say('confirmSubject', { clientCode }), body: `${paragraphs.join('\n\n')}\n` };
}
