/** What the kiosk says around a visit: first screen, who are you, home, leaving, and what every screen has, in Hungarian. */
export const kiosk = {
  name: 'Ügyfélterminál',
};
