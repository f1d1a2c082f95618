/** What a customer does at the kiosk: index, invoices, payments, paying, registration, own data, in Romanian. */
export const visit = {
  readings: 'Consumuri',
};
