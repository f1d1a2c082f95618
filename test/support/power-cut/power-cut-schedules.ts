import fc from 'fast-check';
import type { Fault } from '../faulty-file';
import { CounterOnFaultyDisk } from './counter';
import { Broken } from './promises';

/*
 * Random days of a counter whose disk fails and whose power goes: saves, verdicts, compactions, marks of the sentinel,
 * ends of the process and power cuts, each with a fault of the disk now and then, and starts that find the database whole,
 * in part or empty. Every start compares what it finds with everything that was said to be saved.
 */
export type Event = { fault: Fault | null } & (
  | { does: 'save'; old: boolean }
  | { does: 'settle'; nth: number }
  | { does: 'compact' }
  | { does: 'mark' }
  | { does: 'restart'; databaseLost: number }
  | { does: 'power-cut'; databaseLost: number; seed: number }
);

export interface SchedulesOutcome {
  rounds: number;
  lost: number;
  doubled: number;
  other: number;
  saved: number; // said to be saved, over all rounds
  starts: number;
  /** The smallest schedule that breaks a promise, with the seed that finds it again; null when none does. */
  failure: string | null;
}

const fault: fc.Arbitrary<Fault | null> = fc.option(
  fc.oneof(
    fc.record({ after: fc.nat(12), code: fc.constant('END' as const) }),
    fc.record({ after: fc.nat(5), code: fc.constant('ENOSPC' as const) }),
    fc.record({
      after: fc.nat(8),
      code: fc.constant('EIO' as const),
      times: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      after: fc.nat(2),
      code: fc.constant('EIO' as const),
      step: fc.constantFrom('write' as const, 'flush' as const, 'truncate' as const),
    }),
  ),
  { freq: 2 },
);
const databaseLost = fc.constantFrom(0, 0.3, 1);

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('save' as const), old: fc.boolean(), fault }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('settle' as const),
      nth: fc.integer({ min: 1, max: 3 }),
      fault: fc.constant(null),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('compact' as const), fault }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('mark' as const), fault }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('restart' as const), databaseLost, fault }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('power-cut' as const), databaseLost, seed: fc.nat(), fault }),
  },
);

/** Two bad moments in a row, which chance alone hardly brings together: a compaction that fails, and what comes of it. */
const badDay: fc.Arbitrary<Event[]> = fc
  .record({
    after: fc.integer({ min: 2, max: 9 }),
    times: fc.integer({ min: 1, max: 4 }),
    code: fc.constantFrom('EIO' as const, 'END' as const),
    middle: fc.array(event, { maxLength: 3 }),
    seed: fc.nat(),
    cutFirst: fc.boolean(),
  })
  .map(({ after, times, code, middle, seed, cutFirst }) => [
    ...[1, 2, 3].map((): Event => ({ does: 'save', old: true, fault: null })),
    { does: 'settle', nth: 2, fault: null },
    { does: 'compact', fault: { after, times, code } },
    cutFirst
      ? { does: 'power-cut', databaseLost: 1, seed, fault: null }
      : { does: 'restart', databaseLost: 1, fault: null },
    ...middle,
    { does: 'save', old: false, fault: null },
    { does: 'power-cut', databaseLost: 1, seed: seed + 1, fault: null },
  ]);

const events: fc.Arbitrary<Event[]> = fc
  .array(fc.oneof({ weight: 9, arbitrary: event.map((one) => [one]) }, { weight: 1, arbitrary: badDay }), {
    maxLength: 30,
    size: 'max',
  })
  .map((parts) => parts.flat());

/** Runs random schedules; the same seed runs the same ones. Nothing is thrown for a broken promise: it is in the outcome. */
export async function powerCutSchedules(asked: { runs: number; seed: number }): Promise<SchedulesOutcome> {
  const outcome: SchedulesOutcome = {
    ...{ rounds: 0, lost: 0, doubled: 0, other: 0 },
    ...{ saved: 0, starts: 0, failure: null },
  };
  const schedule = fc.record({ seed: fc.nat(), events });
  const property = fc.asyncProperty(schedule, async ({ seed, events }) => {
    outcome.rounds += outcome.failure === null ? 1 : 0;
    await runSchedule(seed, events, outcome);
  });
  const details = await quietly(() => fc.check(property, { numRuns: asked.runs, seed: asked.seed }));
  if (details.failed) {
    const { errorInstance } = details;
    outcome[errorInstance instanceof Broken ? errorInstance.kind : 'other'] += 1;
    outcome.failure = `${errorInstance}\n${fc.defaultReportMessage(details)}`;
  }
  return { ...outcome, rounds: details.numRuns };
}

async function runSchedule(
  seed: number,
  events: readonly Event[],
  tally: Pick<SchedulesOutcome, 'saved' | 'starts'>,
): Promise<void> {
  const counter = new CounterOnFaultyDisk(seed);
  await counter.start();
  for (const one of [...events, lastCut(seed)]) {
    await run(counter, one);
    if (one.does === 'restart' || one.does === 'power-cut') tally.starts += 1;
    if (counter.ended) tally.starts += await startAgain(counter, one);
  }
  tally.saved += counter.promises.savedCount;
}

/** What ended in the middle is started again; every second time the end was a power cut. */
async function startAgain(counter: CounterOnFaultyDisk, { fault }: Event): Promise<number> {
  counter.revive();
  if (fault && fault.after % 2 === 0) counter.cutPower(fault.after);
  await counter.start();
  return 1;
}

/** Every schedule ends with the lights going out and nothing left but the disk. */
const lastCut = (seed: number): Event => ({ does: 'power-cut', databaseLost: 1, seed, fault: null });

async function run(counter: CounterOnFaultyDisk, one: Event): Promise<void> {
  switch (one.does) {
    case 'save':
      return counter.save(one.old, one.fault);
    case 'settle':
      return counter.settle(one.nth);
    case 'compact':
      return counter.compact(one.fault);
    case 'mark':
      return counter.mark(one.fault);
    case 'restart':
    case 'power-cut':
      if (one.does === 'power-cut') counter.cutPower(one.seed);
      counter.loseDatabase(one.databaseLost);
      return counter.start(one.fault);
  }
}

/** The start-up check says on the console what it finds damaged, as it should; a thousand starts would flood it. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { error } = console;
  console.error = () => undefined;
  try {
    return await work();
  } finally {
    console.error = error;
  }
}
