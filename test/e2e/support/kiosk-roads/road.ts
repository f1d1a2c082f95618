import type { KioskPreview } from '../kiosk-preview';

/** A walk through some screens; `at` looks at one. */
export type Road = (kiosk: KioskPreview) => Promise<void>;

/** What the fake data are told on the way. */
export const offline = `fake.kiosk = { ...fake.kiosk, online: false };
  fake.connection = { connection: { state: 'offline', since: '2026-11-22T08:30:00.000Z', reason: 'unreachable' } }`;

/** What became of the payment that was ordered. */
export const order = (facts: string): string =>
  `fake.orderAnswer = { outcome: 'order', order: { id: 'order-1', accountId: '7', invoiceIds: ['7-2026-09', '7-2026-10'],
    channel: 'terminal', amountBani: 45124, state: 'open',
    pageUrl: null, receiptNumber: null, madeAt: '2026-11-22T08:40:00.000Z', endsAt: '2026-11-22T08:50:00.000Z', settledAt: null, ${facts} } }`;

/** From home to how the invoices are paid. */
export async function chooseToPay(kiosk: KioskPreview): Promise<void> {
  await kiosk.touch('kiosk.tile.pay.title');
  await kiosk.title('visit.pay.choose');
  await kiosk.goOn();
}

/** From home by the e-mail, once typed wrongly, and the telephone. @param looks what the four screens are called */
export async function registerToPassword(
  kiosk: KioskPreview,
  [email, malformed, phone, password]: readonly [string, string, string, string],
): Promise<void> {
  await kiosk.touch('kiosk.tile.register.title');
  await kiosk.at(email, 'visit.register.email');
  await kiosk.type('ana.pop', '');
  await kiosk.says('findings.email-malformed');
  await kiosk.at(malformed, 'visit.register.email');
  await kiosk.type('@exemplu.ro', '');
  await kiosk.at(phone, 'visit.register.phone');
  await kiosk.type('0722123456', '');
  await kiosk.at(password, 'visit.register.password');
}
