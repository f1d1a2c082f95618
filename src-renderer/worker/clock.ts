import { z } from 'zod';
import { Instant } from '../../shared/model/primitives';
import type { ClockEvidence } from '../../shared/model/submission';

/*
 * The device's sense of time, and the renderer's only reader of it. What counts is the server's time: each exchange
 * gives an offset to the device's own clock and a mark (server time, from then on carried by the monotonic clock). A
 * wall clock that is set back can therefore not take a capture time back: it is never before the mark. One that is set
 * forward looks like a machine that slept: it is believed for as long as a sleep can be, and the evidence says that the
 * two clocks parted.
 */

/** The machine's raw clocks. */
export interface ClockSource {
  /** The machine's wall clock in ms since 1970: whatever somebody set it to. */
  wallMs(): number;
  /** Milliseconds that only grow, comparable as long as `bootId` is the same. */
  monotonicMs(): number;
  bootId: string;
}

/** What is kept of the clock over a restart. */
export const ClockMemory = z.object({
  bootId: z.string(),
  markMs: z.number(), // the server's time at the last exchange
  markMonotonicMs: z.number(),
  offsetMs: z.number(), // server minus device
  offsetTakenMs: z.number(), // server time when the offset was taken
  offsetMonotonicMs: z.number(),
  uncertaintyMs: z.number(), // half the round trip the offset was taken with
});
export type ClockMemory = z.infer<typeof ClockMemory>;

/** Two clocks in step never differ by more: beyond it the wall clock was set, or the machine slept. */
const inStepMs = 2 * 60_000;
/** A counter closed over the longest holidays sleeps for less: a wall clock that says more was set forward. */
const longestSleepMs = 120 * 3_600_000;
const driftPerMs = 0.0001; // quartz: an old offset is less certain by 100 ppm of its age
const roundingMs = 2; // both clocks are read in whole milliseconds

export class DeviceClock {
  readonly #source: ClockSource;
  readonly #remember: (memory: ClockMemory) => void;
  #memory: ClockMemory | null = null;
  #restarted = false;
  #lastCapturedMs = 0;

  constructor(source: ClockSource, remember: (memory: ClockMemory) => void) {
    this.#source = source;
    this.#remember = remember;
  }

  /** Takes up where the last run ended. @param lastCapturedAt the latest capture time in the journal */
  recall(memory: ClockMemory | null, lastCapturedAt: string | null): void {
    this.#memory = memory;
    this.#restarted = memory !== null && memory.bootId !== this.#source.bootId;
    this.#lastCapturedMs = lastCapturedAt === null ? 0 : Date.parse(lastCapturedAt);
  }

  monotonicMs(): number {
    return this.#source.monotonicMs();
  }

  /** An exchange with the server: its time, and when (monotonic) the request left. */
  exchanged(serverTime: string, sentMonotonicMs: number): void {
    const monotonicMs = this.#source.monotonicMs();
    const uncertaintyMs = (monotonicMs - sentMonotonicMs) / 2;
    const serverMs = Date.parse(serverTime) + uncertaintyMs;
    const offsetMs = Math.round(serverMs - this.#source.wallMs());
    const kept = this.#betterThan({ offsetMs, uncertaintyMs });
    this.#memory = {
      bootId: this.#source.bootId,
      markMs: Date.parse(serverTime),
      markMonotonicMs: monotonicMs,
      offsetMs: kept?.offsetMs ?? offsetMs,
      offsetTakenMs: kept?.offsetTakenMs ?? serverMs,
      offsetMonotonicMs: kept?.offsetMonotonicMs ?? monotonicMs,
      uncertaintyMs: kept?.uncertaintyMs ?? uncertaintyMs,
    };
    this.#restarted = false;
    this.#remember(this.#memory);
  }

  /** The best known time, without claiming it for a submission. */
  peek(): { capturedAt: string; clock: ClockEvidence } {
    const estimateMs = this.#estimateMs();
    const capturedMs = this.#lastWasAhead(estimateMs)
      ? estimateMs
      : Math.max(estimateMs, this.#lastCapturedMs + 1);
    return { capturedAt: instantOf(capturedMs), clock: this.#evidence() };
  }

  /** How far the wall clock is off (server minus device, in ms), null where it is in step or nothing is known. */
  offMs(): number | null {
    const offsetMs = this.#memory ? this.#memory.offsetMs - this.#jumpMs(this.#memory) : 0;
    return Math.abs(offsetMs) > inStepMs ? offsetMs : null;
  }

  /** A capture time for one submission: never before an earlier one, never before the server's mark. */
  capture(): { capturedAt: string; clock: ClockEvidence } {
    const captured = this.peek();
    this.#lastCapturedMs = Date.parse(captured.capturedAt);
    return captured;
  }

  nowMs(): number {
    return this.#estimateMs();
  }

  now(): string {
    return instantOf(this.#estimateMs());
  }

  #estimateMs(): number {
    const wallMs = this.#source.wallMs();
    if (!this.#memory) return wallMs;
    const markMs = this.#markNow(this.#memory);
    return this.#jumpMs(this.#memory) > longestSleepMs
      ? markMs
      : Math.max(wallMs + this.#memory.offsetMs, markMs);
  }

  /** How much further the wall clock went than the monotonic one since the last exchange; 0 after a restart. */
  #jumpMs(memory: ClockMemory): number {
    if (this.#restarted) return 0;
    return this.#source.wallMs() + memory.offsetMs - this.#markNow(memory);
  }

  /**
   * A machine that slept, or whose clock was set forward: its monotonic clock proves no more than after a restart. (One
   * that was set back is caught by the mark, and stays sure.)
   */
  #isSevered(memory: ClockMemory): boolean {
    return this.#restarted || this.#jumpMs(memory) > inStepMs;
  }

  /** The last capture was dated by a clock that the server has since put right: it must not drag later ones along. */
  #lastWasAhead(estimateMs: number): boolean {
    const sure = this.#memory !== null && !this.#isSevered(this.#memory);
    return sure && this.#lastCapturedMs > estimateMs + inStepMs;
  }

  /** After a restart nobody knows how long the machine was off: the mark stands still until the next exchange. */
  #markNow(memory: ClockMemory): number {
    return this.#restarted
      ? memory.markMs
      : memory.markMs + this.#source.monotonicMs() - memory.markMonotonicMs;
  }

  /**
   * The memory whose offset is more certain than a new one. Two that differ by more than both are uncertain mean that
   * somebody set the wall clock in between: then only the new one is true.
   */
  #betterThan(taken: { offsetMs: number; uncertaintyMs: number }): ClockMemory | null {
    const before = this.#memory;
    if (!before || this.#restarted) return null;
    const beforeMs = this.#uncertaintyNow(before);
    const stepped = Math.abs(before.offsetMs - taken.offsetMs) > beforeMs + taken.uncertaintyMs + roundingMs;
    return !stepped && beforeMs < taken.uncertaintyMs ? before : null;
  }

  #uncertaintyNow(memory: ClockMemory): number {
    return memory.uncertaintyMs + (this.#source.monotonicMs() - memory.offsetMonotonicMs) * driftPerMs;
  }

  #evidence(): ClockEvidence {
    const memory = this.#memory;
    const deviceTime = instantOf(this.#source.wallMs());
    if (!memory) return { deviceTime, offsetMs: null, offsetAgeMs: null, restarted: false };
    const severed = this.#isSevered(memory);
    const ageMs = severed
      ? this.#source.wallMs() + memory.offsetMs - memory.offsetTakenMs
      : this.#source.monotonicMs() - memory.offsetMonotonicMs;
    const impossible = ageMs < -inStepMs; // nothing tells how long ago the server was heard
    return {
      deviceTime,
      offsetMs: memory.offsetMs,
      offsetAgeMs: impossible ? null : Math.max(0, Math.round(ageMs)),
      restarted: severed,
    };
  }
}

const instantOf = (ms: number): string => Instant.parse(new Date(Math.round(ms)).toISOString());

/**
 * The browser's clocks. A machine that knows its boot (Electron) keeps the monotonic clock over a restart of the page;
 * otherwise each page is a boot of its own.
 * @param machine the boot's name and the machine's uptime in ms at this moment, or null
 */
export function systemClockSource(machine: { bootId: string; uptimeMs: number } | null): ClockSource {
  const startedMs = performance.now();
  return {
    wallMs: () => Date.now(),
    monotonicMs: () => (machine?.uptimeMs ?? 0) + performance.now() - startedMs,
    bootId: machine?.bootId ?? crypto.randomUUID(),
  };
}
