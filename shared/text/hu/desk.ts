/** What a clerk does for a customer: registration, contact details, receipts, the cash drawer and its report, in Hungarian. */
export const desk = {
  myAccount: 'Fiókom',
};
