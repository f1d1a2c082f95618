/*
 * Whether somebody is still there. A customer who is asked is given the whole warning time, as often as they like; each
 * touch and key before that begins the idle time anew.
 */
export interface IdleTimes {
  idleMs: number;
  warningMs: number;
}

export type Idleness =
  | { state: 'active' }
  | { state: 'warning'; leftMs: number; share: number } // of the warning time, 1 to 0
  | { state: 'over' };

/** @param quietMs since the last touch, key or answer */
export function idleness(quietMs: number, { idleMs, warningMs }: IdleTimes): Idleness {
  if (quietMs < idleMs) return { state: 'active' };
  const leftMs = idleMs + warningMs - quietMs;
  return leftMs > 0 ? { state: 'warning', leftMs, share: leftMs / warningMs } : { state: 'over' };
}
