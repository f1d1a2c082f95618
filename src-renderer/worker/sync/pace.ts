import type { Backoff } from './backoff';

/** Every waiting time of the synchronisation, in ms. */
export interface Pace {
  /** The server cannot be reached: tried often, it costs nobody anything. */
  unreachable: Backoff;
  /** The server answers with trouble: give it time. */
  trouble: Backoff;
  /** A local write failed. */
  localWrite: Backoff;
  requestTimeoutMs: number;
  signInTimeoutMs: number;
  /** What is kept on this device and has not opened by then is held by something else. */
  openingMs: number;
  /** A stream that was silent for this long is taken for dead; the server's heartbeats come every 15 s. */
  streamSilenceMs: number;
  /** While no stream can be had, everything is pulled this often. */
  withoutStreamMs: number;
  /** An answered submission whose verdict document does not come is sent again after this. */
  resendMs: number;
}

export const usualPace: Pace = {
  unreachable: { firstMs: 300, mostMs: 1_500 },
  trouble: { firstMs: 1_000, mostMs: 30_000 },
  localWrite: { firstMs: 500, mostMs: 30_000 },
  requestTimeoutMs: 30_000,
  signInTimeoutMs: 5_000,
  openingMs: 15_000,
  streamSilenceMs: 35_000,
  withoutStreamMs: 30_000,
  resendMs: 60_000,
};
