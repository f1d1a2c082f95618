/** Mail to customers, in Hungarian. */
export const mail = {
  regards: 'Üdvözlettel, ügyfélszolgálat',
};
