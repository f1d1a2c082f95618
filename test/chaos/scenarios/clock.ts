import { windowAt } from '../../../shared/metering/windows';
import { buildApp } from '../../../src-server/app';
import { type TestClock, testClock } from '../../support/clock';
import { addDevice, type WorldAccount } from '../../support/world';
import { type ChaosDevice, startChaosDevice } from '../support/device';
import type { Random } from '../support/random';
import type { Scenario, ScenarioContext } from '../support/scenario';
import { allMonth, ChaosUtility } from '../support/utility';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;
const accountsOfRound = 8;
const roundsOfAUtility = 60;

/** Moments near which months, windows and daylight saving change; the 25th to the end is not asked for: every day is open, so that a wrong month would be taken. */
const starts = ['2026-11-26T09:00:00.000Z', '2026-11-30T19:00:00.000Z', '2026-12-30T15:00:00.000Z'];

interface Saved {
  id: string;
  receipt: string;
  accountId: string;
  trueTime: string;
}

interface Done {
  saved: number;
  blocked: number;
  accepted: number;
  setAside: number;
}

async function run(context: ScenarioContext): Promise<string> {
  const done: Done = { saved: 0, blocked: 0, accepted: 0, setAside: 0 };
  for (let first = 1; first <= context.rounds; first += roundsOfAUtility) {
    const last = Math.min(context.rounds, first + roundsOfAUtility - 1);
    await oneUtility(context, done, { first, last });
  }
  return `${done.saved} saved under wrong clocks: ${done.accepted} accepted in their true month, ${done.setAside} held or refused with a reason; ${done.blocked} turned away at the counter`;
}

async function oneUtility(
  context: ScenarioContext,
  done: Done,
  { first, last }: { first: number; last: number },
): Promise<void> {
  const accounts = (last - first + 1) * accountsOfRound;
  const utility = await ChaosUtility.begin(context.undo, {
    ...{ servers: 0, devices: 0, accountsPerOffice: accounts / 2 },
    world: { lastPeriod: '2026-10' },
  });
  const clock = testClock(starts[0] ?? '');
  const app = await buildApp({ database: utility.database, clock, pollMs: 200, coalesceMs: 5, drainMs: 500 });
  context.undo.add(() => app.close());
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  for (let round = first; round <= last; round += 1) {
    const from = (round - first) * accountsOfRound;
    const accounts = utility.world.accounts.slice(from, from + accountsOfRound);
    const machine = await MistimedMachine.begin(context, { utility, clock, url, round, accounts });
    await machine.day();
    await machine.check(done);
  }
}

interface Setting {
  utility: ChaosUtility;
  clock: TestClock;
  url: string;
  round: number;
  accounts: readonly WorldAccount[]; // nobody else's
}

/** One device whose clock is set wrong, moved and jumped, online and in outages, and what it saved at which true time. */
class MistimedMachine {
  readonly #context: ScenarioContext;
  readonly #setting: Setting;
  readonly #random: Random;
  readonly #device: ChaosDevice;
  readonly #saved: Saved[] = [];
  #blocked = 0;

  private constructor(context: ScenarioContext, setting: Setting, device: ChaosDevice) {
    this.#context = context;
    this.#setting = setting;
    this.#random = context.random(setting.round);
    this.#device = device;
  }

  static async begin(context: ScenarioContext, setting: Setting): Promise<MistimedMachine> {
    const random = context.random(-setting.round);
    const start = random.pick(starts);
    setting.clock.set(start);
    const { database, world } = setting.utility;
    const as = await addDevice(database, { surface: 'counter', offices: world.offices });
    const wrongFrom = random.pick([0, 0, -yearMs, 7 * dayMs, random.whole(-3, 3) * hourMs]);
    const now = new Date(Date.parse(start) + wrongFrom).toISOString();
    const device = await startChaosDevice(context.undo, { baseUrl: setting.url, device: as, now });
    await device.synced();
    await device.signIn('ana', world.password);
    return new MistimedMachine(context, setting, device);
  }

  /** An outage in which the clock is set or jumps and time goes by, with indexes saved throughout. */
  async day(): Promise<void> {
    await this.#save();
    if (this.#random.happens(0.8)) await this.#device.pullCable();
    for (let event = 0; event < 6; event += 1) {
      await this.#timePasses(
        this.#random.whole(0, 30 * 60_000) +
          (this.#random.happens(0.3) ? this.#random.whole(1, 20) * hourMs : 0),
      );
      if (this.#random.happens(0.6)) await this.#someoneSetsTheClock();
      if (this.#random.happens(0.2)) await this.#restartMachine();
      if (this.#random.happens(0.2)) await this.#plugIn();
      await this.#save();
    }
    await this.#plugIn();
  }

  /** Every saved index is in its true month, or it is held or refused with a reason that the screen shows. */
  async check(done: Done): Promise<void> {
    const { round, utility } = this.#setting;
    const { tally } = this.#context;
    done.blocked += this.#blocked;
    done.saved += this.#saved.length;
    await this.#device
      .settled()
      .catch((error: unknown) => tally.other(round, `not settled: ${String(error)}`));
    for (const { id, receipt, accountId, trueTime } of this.#saved) {
      const { rows } = await utility.database.pool.query<{
        outcome: string;
        period: string | null;
        findings: { code: string }[];
      }>(
        `select v.outcome, v.findings, (select period from reading_revisions r where r.submission_id = v.submission_id) as period
         from verdicts v where v.submission_id = $1`,
        [id],
      );
      const [verdict] = rows;
      const truth = windowAt(allMonth, 'standard', trueTime)?.period;
      const name = `${id} (receipt ${receipt}), saved at ${trueTime}`;
      if (!verdict) tally.lost(round, name);
      else if (verdict.outcome !== 'accepted') {
        done.setAside += 1;
        const shown = (await this.#device.account(accountId))?.meters[0]?.submissions.find(
          (one) => one.id === id,
        );
        if (shown?.state !== verdict.outcome || shown.findings.length === 0)
          tally.other(round, `${name} is ${verdict.outcome} and shown as ${shown?.state}`);
      } else if (verdict.period !== truth)
        tally.other(round, `${name} is accepted for ${verdict.period}, ${JSON.stringify(verdict.findings)}`);
      else done.accepted += 1;
    }
    await this.#device.stop();
  }

  async #save(): Promise<void> {
    const account = this.#setting.accounts[this.#saved.length + this.#blocked];
    if (!account) return;
    const entry = String(account.lastIndex + 5);
    const [outcome] = await this.#device.save([{ accountId: account.id, meterId: account.meterId, entry }]);
    if (outcome?.outcome === 'saved') {
      const { id, receiptNumber: receipt } = outcome.submission;
      this.#saved.push({ id, receipt, accountId: account.id, trueTime: this.#setting.clock.now() });
    } else if (outcome?.outcome === 'blocked') this.#blocked += 1;
    else this.#context.tally.other(this.#setting.round, `not saved: ${JSON.stringify(outcome)}`);
  }

  async #timePasses(ms: number): Promise<void> {
    const { clock } = this.#setting;
    clock.set(new Date(clock.nowMs() + ms).toISOString());
    await this.#device.advance(ms);
  }

  async #someoneSetsTheClock(): Promise<void> {
    const wallMs = Date.parse(await this.#device.wallTime());
    const by = this.#random.pick([
      -yearMs,
      7 * dayMs,
      -7 * dayMs,
      this.#random.whole(-90, 90) * 60_000,
      2 * dayMs,
      -hourMs,
    ]);
    await this.#device.setClock(new Date(wallMs + by).toISOString());
  }

  /** Off for a while: its wall clock went on, its monotonic one begins anew. */
  async #restartMachine(): Promise<void> {
    await this.#timePasses(this.#random.whole(0, 12 * hourMs));
    await this.#device.reboot();
    await this.#device.signIn('ana', this.#setting.utility.world.password);
  }

  async #plugIn(): Promise<void> {
    await this.#device.plugCable();
    await this.#device.syncNow();
    await this.#device.settled();
  }
}

export const scenario: Scenario = {
  name: 'clock',
  proves:
    'wall clocks that are wrong from the start, set back a year, set forward a week or jump during an outage: nothing is lost, and nothing is taken for a month it was not made in. The server’s own clock is right throughout.',
  rounds: 20,
  shortRounds: 3,
  round: 'device whose clock is set, jumps and restarts in an outage while indexes are saved',
  run,
};
