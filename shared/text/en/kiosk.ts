/** What the kiosk says around a visit: first screen, who are you, home, leaving, and what every screen has, in English. */
export const kiosk = {
  name: 'Kiosk',
  back: 'Back',
  leave: 'Finish',
  next: 'Continue',
  acts: 'Back and continue',
  waiting: 'One moment, please…',
  comfort: {
    label: 'Seeing, hearing, height',
    contrast: { name: 'High contrast', short: 'Contrast' },
    largeText: { name: 'Large text', short: 'Large text' },
    voice: { name: 'Read the screen aloud', short: 'Voice' },
    lowered: { name: 'Lower the screen', short: 'Lower' },
  },
  keys: {
    keypad: 'Digits',
    keyboard: 'Letters and digits',
    erase: 'Erase',
    clear: 'Erase all',
    enter: 'Continue',
    shift: 'Capital letter',
    space: 'Space',
  },
  field: { showPassword: 'Show the password' },
};
