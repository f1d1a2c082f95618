/** Mail to customers, in English. */
export const mail = {
  regards: 'Kind regards, customer service',
};
