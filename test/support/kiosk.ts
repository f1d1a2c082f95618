import { createHmac } from 'node:crypto';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import type { Account } from '../../shared/model/account';
import type { CustomerProfile, CustomerSession } from '../../shared/sync/customer';
import type { SealingKey } from '../../shared/sync/sealed-export';
import type { Codes, RegistrationEntry } from '../../src-renderer/data/visit-api';
import { counterOf } from './counter';
import type { DeviceOptions, TestDevice } from './device';
import { accountDocument, historyDocument, policyDocument } from './documents';
import { ScriptedServer } from './scripted-server';

export const codeHintKey = 'c2VjcmV0LWhpbnQta2V5LW9mLXRoZS1zZXJ2ZXI';

/** As the server renders it for a self-service device. */
export const hintOf = (internalCode: string): string =>
  createHmac('sha256', codeHintKey).update(internalCode).digest('hex').slice(0, 3);

/** The codes on the invoice of account n. */
export const codesOf = (number: number): Codes => ({
  clientCode: `10${String(number).padStart(5, '0')}`,
  internalCode: `77${String(number).padStart(3, '0')}`,
});

/** What a self-service device holds of account n. */
export const maskedAccount = (number: number, over: Partial<Account> = {}): Account => ({
  ...accountDocument(number, { holderName: 'Ț*** Ș***', nameKey: '' }),
  internalCode: hintOf(codesOf(number).internalCode),
  ...over,
});

export interface Opener {
  server: ScriptedServer;
  /** What a sealed part of a submission holds. */
  opened(sealed: unknown): Promise<unknown>;
}

/** A scripted server whose device is a kiosk, with two houses, and the private half of its key. */
export async function kioskUtility(): Promise<Opener> {
  const server = new ScriptedServer();
  server.device = { ...server.device, id: 'kiosk-1', name: 'Infochioșc 1', surface: 'self-service' };
  server.kiosk = { codeHintKey, cardTerminal: true, paymentPage: false };
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  server.sealingKey = { ...(await exportJWK(publicKey)), kid: 'of-this-test' } as SealingKey;
  server.put({
    policy: [policyDocument()],
    accounts: [maskedAccount(1), maskedAccount(2)],
    readings: [historyDocument(1), historyDocument(2)],
  });
  const opened = async (sealed: unknown): Promise<unknown> => {
    const { plaintext } = await compactDecrypt(String(sealed), privateKey);
    return JSON.parse(new TextDecoder().decode(plaintext));
  };
  return { server, opened };
}

/** A kiosk at which everything has been pulled. */
export async function kioskAtWork(server: ScriptedServer, options: DeviceOptions = {}): Promise<TestDevice> {
  const device = await counterOf(server, options);
  await device.synced();
  return device;
}

/** The server knows the codes of its accounts. */
export function knowsCodes(server: ScriptedServer, wrong: () => object): void {
  server.replies.set('POST /sync/customer/identify', (body) => {
    const { clientCode, internalCode } = body as Codes;
    const number = [1, 2].find((one) => codesOf(one).clientCode === clientCode);
    const isRight = number !== undefined && codesOf(number).internalCode === internalCode;
    return isRight ? { accountId: `account-${number}` } : wrong();
  });
}

/** Somebody with the codes of account n stands before it. */
export async function visitedBy(device: TestDevice, number = 1): Promise<void> {
  const outcome = await device.api.identify(codesOf(number));
  if (outcome.outcome !== 'identified') throw new Error(`not identified: ${JSON.stringify(outcome)}`);
}

export const token = 'a-token-of-one-visit';

/** What the server tells of the customer of account n. */
export const profileOf = (number: number, over: Partial<CustomerProfile> = {}): CustomerProfile => ({
  accountId: `account-${number}`,
  clientCode: codesOf(number).clientCode,
  holderName: 'Țăranu Ștefan',
  serviceAddress: `Str. Minerului nr. ${number}`,
  locality: 'Petroșani',
  phone: '0722123456',
  email: 'stefan@exemplu.ro',
  loginEmail: 'stefan@exemplu.ro',
  unconfirmedEmail: null,
  invoiceByEmail: false,
  ...over,
});

/** Somebody who registered accounts 1 and 2 has signed in before it. */
export async function signedInAt(server: ScriptedServer, device: TestDevice): Promise<void> {
  const session = (number: number): CustomerSession => ({
    token: `${token}-${number}`,
    endsAt: '2026-11-26T08:15:00.000Z',
    profile: profileOf(number),
  });
  server.replies.set('POST /sync/customer/sign-in', () => ({ sessions: [session(1), session(2)] }));
  await device.api.signInCustomer({ email: 'stefan@exemplu.ro', password: 'parola-mea' });
}

export const registrationEntry = (over: Partial<RegistrationEntry> = {}): RegistrationEntry => ({
  ...codesOf(1),
  email: ' stefan@exemplu.ro ',
  phone: '0722 123 456',
  password: 'parola-mea',
  passwordAgain: 'parola-mea',
  identityDocument: null,
  ...over,
});
