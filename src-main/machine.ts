import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { ChannelResult } from '../shared/ipc/channels';

export interface MachineFacts {
  /** Linux's own name of this start of the machine, or null elsewhere. */
  bootId: string | null;
  /** Since the machine was started. */
  uptimeMs: number;
  /** When this process was started, by the wall clock, in ms since 1970; null when unknown. */
  processStartedAtMs: number | null;
  /** Since this process was started. */
  processAgeMs: number;
}

const minuteMs = 60_000;

/**
 * What tells the data worker whether the machine was restarted. Where the system does not name its starts, the minute of
 * the start does; when that comes out otherwise than before, a restart is assumed, which only makes the clock less trusted.
 */
export function describeMachine(facts: MachineFacts): ChannelResult<'machine:describe'> {
  return { bootId: facts.bootId ?? bootMinute(facts), uptimeMs: facts.uptimeMs };
}

function bootMinute({ uptimeMs, processStartedAtMs, processAgeMs }: MachineFacts): string {
  if (processStartedAtMs === null) return 'unknown';
  const bootedAtMs = processStartedAtMs + processAgeMs - uptimeMs;
  return `minute-${Math.round(bootedAtMs / minuteMs)}`;
}

/** The facts now. `processStartedAtMs` comes from Electron. */
export function readMachineFacts(processStartedAtMs: number | null): MachineFacts {
  return {
    bootId: readBootId(),
    uptimeMs: Math.round(uptime() * 1000),
    processStartedAtMs,
    processAgeMs: process.uptime() * 1000,
  };
}

function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null; // not Linux
  }
}
