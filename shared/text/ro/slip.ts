/** What stands on a printed or mailed slip, in Romanian. */
export const slip = {
  notFiscal: 'Nu este bon fiscal',
};
