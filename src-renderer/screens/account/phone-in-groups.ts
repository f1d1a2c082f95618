/** `0722 123 456`, as Romanian numbers are read aloud; anything else as it is. */
export const phoneInGroups = (phone: string): string =>
  /^\d{10}$/.test(phone) ? `${phone.slice(0, 4)}\u00a0${phone.slice(4, 7)}\u00a0${phone.slice(7)}` : phone;
