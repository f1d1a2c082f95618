/** What the kiosk says around a visit: first screen, who are you, home, leaving, and what every screen has, in Hungarian. */
export const kiosk = {
  name: 'Ügyfélterminál',
  back: 'Vissza',
  leave: 'Kész',
  next: 'Tovább',
  acts: 'Vissza és tovább',
  waiting: 'Egy pillanat türelmet…',
  comfort: {
    label: 'Látás, hallás, magasság',
    contrast: { name: 'Nagy kontraszt', short: 'Kontraszt' },
    largeText: { name: 'Nagy betű', short: 'Nagy betű' },
    voice: { name: 'A képernyő felolvasása', short: 'Hang' },
    lowered: { name: 'A képernyő lejjebb hozása', short: 'Lejjebb' },
  },
  keys: {
    keypad: 'Számjegyek',
    keyboard: 'Betűk és számok',
    erase: 'Törlés',
    clear: 'Mindent töröl',
    enter: 'Tovább',
    shift: 'Nagybetű',
    space: 'Szóköz',
  },
  field: { showPassword: 'A jelszó megjelenítése' },
};
