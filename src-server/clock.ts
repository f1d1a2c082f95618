/** The server's only reader of the wall clock; everything else is given the time. */
export interface Clock {
  /** Now, as an instant in UTC with milliseconds. */
  now(): string;
  /** Now, in milliseconds since the epoch. */
  nowMs(): number;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  nowMs: () => Date.now(),
};
