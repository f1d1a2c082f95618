/** What a clerk does for a customer: registration, contact details, receipts, the cash drawer and its report, in English. */
export const desk = {
  myAccount: 'My account',
};
