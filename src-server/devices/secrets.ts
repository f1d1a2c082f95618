import { createHmac, randomBytes, randomInt } from 'node:crypto';

/** The hash by which the database knows a device token or an enrolment code; the secret itself is stored nowhere. */
export const secretHash = (tokenKey: string, secret: string): string =>
  createHmac('sha256', tokenKey).update(secret).digest('base64url');

/** A bearer token: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Digits and letters that are not taken for one another when they are read out. */
const codeSigns = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A one-time code for a person to type, `K7QM-2X4P-9TRA`: 58 random bits. */
export const newEnrolmentCode = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => codeSigns[randomInt(codeSigns.length)]).join(''),
  ).join('-');

/** The key that self-service devices are given for `internalCodeHint`; no token can be made or tried with it. */
export const codeHintKey = (tokenKey: string): string => secretHash(tokenKey, 'internal-code-hint');

/**
 * What a self-service device holds of an internal code: 12 bits of a keyed hash, as three hex digits. Enough to catch
 * a typing error offline, too little to reveal the code.
 * @param hintKey see `codeHintKey`
 */
export const internalCodeHint = (hintKey: string, internalCode: string): string =>
  createHmac('sha256', hintKey).update(internalCode).digest('hex').slice(0, 3);
