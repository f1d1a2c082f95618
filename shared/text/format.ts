import type { Language, Period } from '../model/primitives';

/** How numbers, money and time are written on screens and slips, in one language. Pure: time comes as an argument. */
export interface Formats {
  /** `1 234` or `13,5`: digits in groups of three, at most one decimal. */
  number(value: number): string;
  /** Bani as lei: `56,78 lei`. */
  money(bani: number): string;
  /** Bani as a plain number of lei, as one types it: `56,78`. */
  amount(bani: number): string;
  /** An index as the register shows it, leading zeros included: `01 234`. */
  register(index: number, digits: number): string;
  /** An amount of water: `1 234 m³`. */
  m3(value: number): string;
  /** An index as the register shows it, with its unit: `01 234 m³`. */
  registerM3(index: number, digits: number): string;
  /** `25.11.2026`, of a calendar day. */
  day(day: string): string;
  /** Two calendar days as they stand in a sentence: the month is said once where it is the same. */
  daysInWords(from: string, to: string): { from: string; to: string };
  /** `25.11.2026 10:42`, of an instant. */
  moment(instant: string): string;
  /** `10:42`, of an instant. */
  clockTime(instant: string): string;
  /** `noiembrie 2026`. */
  month(period: Period): string;
  /** `nov.`: for narrow places only. */
  shortMonth(period: Period): string;
}

const locales: Record<Language, string> = { ro: 'ro-RO', en: 'en-GB', hu: 'hu-HU' };
const leu: Record<Language, string> = { ro: 'lei', en: 'lei', hu: 'lej' };

/** Keeps a number on one line: groups of digits never break apart. */
const noBreakSpace = '\u00a0';

/** @param timeZone IANA name of the utility's time zone. @throws RangeError when it is none */
export function formatsFor(language: Language, timeZone = 'Europe/Bucharest'): Formats {
  const locale = locales[language];
  const decimals = (digits: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { useGrouping: 'always', ...digits });
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const numeric = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const plain = decimals({ maximumFractionDigits: 1 });
  const lei = decimals({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const day = dates({ ...numeric, timeZone: 'UTC' });
  const dayOfMoment = dates({ ...numeric, timeZone });
  const inWords = dates({ day: 'numeric', month: 'long', timeZone: 'UTC' });
  const time = dates({ hour: '2-digit', minute: '2-digit', hour12: false, timeZone });
  const month = dates({ month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortMonth = dates({ month: 'short', timeZone: 'UTC' });
  const register = (index: number, digits: number) =>
    String(index)
      .padStart(digits, '0')
      .replaceAll(/\d(?=(\d{3})+$)/g, `$&${noBreakSpace}`);
  const inM3 = (figure: string) => `${figure}${noBreakSpace}m³`;
  const amount = (bani: number) => spaced(lei, bani / 100);
  const clockTime = (instant: string) => time.format(new Date(instant));
  return {
    number: (value) => spaced(plain, value),
    money: (bani) => `${amount(bani)}${noBreakSpace}${leu[language]}`,
    amount,
    register,
    m3: (value) => inM3(spaced(plain, value)),
    registerM3: (index, digits) => inM3(register(index, digits)),
    day: (value) => day.format(midnight(value)),
    daysInWords: (from, to) => {
      const words = { from: inWords.format(midnight(from)), to: inWords.format(midnight(to)) };
      if (from.slice(0, 7) !== to.slice(0, 7) || from === to) return words;
      // Hungarian names the month first: `november 25. és 30.`
      return language === 'hu'
        ? { ...words, to: `${Number(to.slice(8))}.` }
        : { ...words, from: String(Number(from.slice(8))) };
    },
    moment: (instant) => `${dayOfMoment.format(new Date(instant))} ${clockTime(instant)}`,
    clockTime,
    month: (period) => month.format(new Date(`${period}-01T00:00:00Z`)),
    shortMonth: (period) => shortMonth.format(new Date(`${period}-01T00:00:00Z`)),
  };
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Intl writes a hyphen, which a reader of figures takes for a dash. */
const minus = '\u2212';

/** Groups are parted by a space in every language, as on the utility's invoices; only the decimal sign differs. */
function spaced(format: Intl.NumberFormat, value: number): string {
  return format
    .formatToParts(value)
    .map(({ type, value: text }) => (type === 'group' ? noBreakSpace : type === 'minusSign' ? minus : text))
    .join('');
}
