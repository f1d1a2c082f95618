/** How long a condition may take to come true on a busy machine before a test gives up on it. */
export const soon = { timeout: 15_000 };
