/** What a clerk does for a customer: registration, contact details, receipts, the cash drawer and its report, in Romanian. */
export const desk = {
  myAccount: 'Contul meu',
};
