/** What stands on a printed or mailed slip, in English. */
export const slip = {
  notFiscal: 'Not a fiscal receipt',
};
