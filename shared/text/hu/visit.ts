/** What a customer does at the kiosk: index, invoices, payments, paying, registration, own data, in Hungarian. */
export const visit = {
  readings: 'Fogyasztás',
};
