/** What the kiosk says around a visit: first screen, who are you, home, leaving, and what every screen has, in English. */
export const kiosk = {
  name: 'Kiosk',
};
