import type { z } from 'zod';
import type { Clock } from '../clock';
import { PageAnswer, type PageRequest, PageState } from './page-protocol';
import type { PageStatus, PaymentPageProvider } from './payment-page';
import { sign, signatureHeader, timestampHeader } from './signature';

export interface HostedPageOptions {
  url: string;
  key: string;
  callbackUrl: () => string;
  clock: Clock;
  onError: (error: unknown) => void;
  timeoutMs?: number;
}

/** A provider that speaks `page-protocol.ts`. */
export function hostedPage(options: HostedPageOptions): PaymentPageProvider {
  const ask = <Answer>(path: string, body: object, schema: z.ZodType<Answer>) =>
    post(options, { path, body, schema }).catch((error: unknown) => {
      options.onError(error);
      return null;
    });

  return {
    async create(wanted) {
      const request: PageRequest = { ...wanted, currency: 'RON', callbackUrl: options.callbackUrl() };
      const answer = await ask('/payments', request, PageAnswer);
      if (answer?.reference !== wanted.reference) return null;
      return { url: answer.url, providerReference: answer.paymentId };
    },
    async status(reference): Promise<PageStatus> {
      const answer = await ask('/payments/query', { reference }, PageState);
      if (answer?.reference !== reference) return { outcome: 'unknown' };
      return statusOf(answer);
    },
  };
}

/** What a provider's word means for us. */
export function statusOf(said: PageState): Exclude<PageStatus, { outcome: 'unknown' }> {
  if (said.state !== 'paid') return { outcome: said.state };
  const { authorisation, amountBani, paidAt } = said;
  return { outcome: 'paid', authorisation, amountBani, paidAt };
}

interface Wanted<Answer> {
  path: string;
  body: object;
  schema: z.ZodType<Answer>;
}

async function post<Answer>(
  { url, key, clock, timeoutMs = 5_000 }: HostedPageOptions,
  { path, body, schema }: Wanted<Answer>,
): Promise<Answer> {
  const text = JSON.stringify(body);
  const timestamp = clock.now();
  const reply = await fetch(`${url.replace(/\/$/, '')}${path}`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      [timestampHeader]: timestamp,
      [signatureHeader]: sign(key, timestamp, text),
    },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!reply.ok) throw new Error(`The payment provider answered ${path} with ${reply.status}.`);
  return schema.parse(await reply.json());
}
