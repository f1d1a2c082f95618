/** What the kiosk says around a visit: first screen, who are you, home, leaving, and what every screen has, in Romanian. */
export const kiosk = {
  name: 'Infochioșc',
  back: 'Înapoi',
  leave: 'Gata',
  next: 'Mai departe',
  acts: 'Înapoi și mai departe',
  waiting: 'Un moment, vă rugăm…',
  comfort: {
    label: 'Vedere, auz, înălțime',
    contrast: { name: 'Contrast ridicat', short: 'Contrast' },
    largeText: { name: 'Text mare', short: 'Text mare' },
    voice: { name: 'Citește ecranul cu voce', short: 'Voce' },
    lowered: { name: 'Coboară ecranul', short: 'Coboară' },
  },
  keys: {
    keypad: 'Cifre',
    keyboard: 'Litere și cifre',
    erase: 'Șterge',
    clear: 'Șterge tot',
    enter: 'Mai departe',
    shift: 'Literă mare',
    space: 'Spațiu',
  },
  field: { showPassword: 'Arată parola' },
};
