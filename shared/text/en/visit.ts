/** What a customer does at the kiosk: index, invoices, payments, paying, registration, own data, in English. */
export const visit = {
  readings: 'Consumption',
};
