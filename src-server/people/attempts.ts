const freeTries = 3;
const firstDelayMs = 2_000;
const longestDelayMs = 15 * 60_000;
const forgottenAfterMs = 60 * 60_000;
const mostNames = 10_000;

interface Record {
  wrong: number;
  lastMs: number;
}

/**
 * Wrong sign-ins by user name, known or not, so that the delay tells no names either. After three free tries each
 * further one doubles the wait, up to a quarter of an hour. Kept in memory: a restart forgives.
 */
export function attempts() {
  const records = new Map<string, Record>();

  const waitOf = ({ wrong }: Record): number =>
    wrong < freeTries ? 0 : Math.min(longestDelayMs, firstDelayMs * 2 ** (wrong - freeTries));

  return {
    /** How long this name has to wait before its next try, in ms. */
    waitMs(name: string, nowMs: number): number {
      const record = records.get(name);
      return record ? Math.max(0, record.lastMs + waitOf(record) - nowMs) : 0;
    },
    wrong(name: string, nowMs: number): void {
      const record = records.get(name);
      const recent = record && nowMs - record.lastMs < forgottenAfterMs;
      records.delete(name); // to the end of the map: the oldest names come first
      records.set(name, { wrong: (recent ? record.wrong : 0) + 1, lastMs: nowMs });
      const [oldest] = records.keys();
      if (records.size > mostNames && oldest !== undefined) records.delete(oldest);
    },
    right(name: string): void {
      records.delete(name);
    },
  };
}
