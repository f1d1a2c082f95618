const noBreakSpace = '\u00a0';
const wordJoiner = '\u2060';

/** A number and its unit, whether the number is written already or still a place in a sentence. */
const beforeUnit = /(?<=[\d}]) (?=(?:m³|lei|lej|min|perc|mp|s)(?![\p{L}\d]))/gu;

const betweenMinutesAndSeconds = /(?<=[\d}]\s(?:min|perc)) (?=[\d{])/g;
/** `neplătite: 2`, where that is all. */
const beforeLastCount = /(?<=\p{L}:) (?=\d+$)/gu;

/** As Hungarian writes it: `2026. 11. 25.` */
const withinDay = /(?<=\d{4}\.) (?=\d\d\.)|(?<=\d{4}\.\s\d\d\.) (?=\d\d\.)/g;

const betweenDayAndTime = /(?<=\d\.?) (?=\d\d:\d\d)/g;

/** A sentence in which no line ends within what is read as one: `16 m³`, `1 min 35 s`, `25.11.2026 10:42`. */
export const keepUnits = (sentence: string): string =>
  sentence
    .replaceAll(beforeUnit, noBreakSpace)
    .replaceAll(betweenMinutesAndSeconds, noBreakSpace)
    .replaceAll(withinDay, noBreakSpace)
    .replaceAll(betweenDayAndTime, noBreakSpace)
    .replaceAll(beforeLastCount, noBreakSpace);

/** A name that is read in one piece, in whatever sentence it stands: `AVJ 224871`, `7F3K-2M9Q-4XA`, `ana-maria@exemplu.ro`. */
export const inOnePiece = (name: string): string =>
  name.replaceAll(' ', noBreakSpace).replaceAll('-', `-${wordJoiner}`);
