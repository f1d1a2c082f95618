/** What stands on a printed or mailed slip, in Hungarian. */
export const slip = {
  notFiscal: 'Nem adóügyi bizonylat',
};
