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

/**
 * What a self-service device holds of an internal code: 12 bits of a keyed hash, as three hex digits. Enough to catch
 * a typing error offline, too little to reveal the code.
 */
export const internalCodeHint = (tokenKey: string, internalCode: string): string =>
  createHmac('sha256', tokenKey).update(internalCode).digest('hex').slice(0, 3);
