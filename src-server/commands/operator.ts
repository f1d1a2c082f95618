import { userInfo } from 'node:os';

/** Who works at the console, for the audit. */
export const operator = (): string => `system:${userInfo().username}`;
