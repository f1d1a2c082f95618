/** As it can be looked for: PostgreSQL takes no NUL in a text, and nobody's code or address has one. */
export const typed = (text: string): string => text.replaceAll('\0', '').trim();

export const typedEmail = (text: string): string => typed(text).toLowerCase();
