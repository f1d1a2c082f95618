import { BehaviorSubject, filter, firstValueFrom, fromEvent, race } from 'rxjs';
import type { z } from 'zod';
import { PROTOCOL_VERSION, protocolHeader } from '../../../shared/sync/protocol';
import type { SyncStatus } from '../../data/sync-status';
import type { DeviceClock } from '../clock';
import { ExchangeError, errorIn } from './exchange-error';

export interface Exchange<Reply> {
  path: string;
  body?: unknown; // given: POST
  reply: z.ZodType<Reply>;
  timeoutMs: number;
  signal?: AbortSignal;
  /** Without a token, and telling nothing of the device's own standing: enrolment. */
  anonymous?: boolean;
  pull?: boolean;
}

export interface ConnectionSetting {
  fetch: typeof fetch;
  baseUrl: string;
  clock: DeviceClock;
  token: () => string | null;
  /** Keeps the time of the last exchange over a restart; told at most every ten seconds. */
  remember: (exchangedAt: string) => void;
}

const betweenWritesMs = 10_000;

/** Codes that mean this device, not this request. */
const lockingCodes = ['device-revoked', 'unauthenticated', 'protocol-too-old'] as const;

/**
 * Every exchange with the server goes through here, so what it says of the connection is what really happened: online
 * is an authenticated exchange that succeeded, never `navigator.onLine`.
 */
export class Connection {
  readonly state$ = new BehaviorSubject<SyncStatus['connection']>({ state: 'connecting' });
  /** Whether the last exchange reached a server that knows us: what loops wait for before they try again. */
  readonly reachable$ = new BehaviorSubject(false);
  lastExchangeAt: string | null = null;
  readonly #setting: ConnectionSetting;
  #rememberedMs = Number.NEGATIVE_INFINITY;
  #welcome = true;

  constructor(setting: ConnectionSetting) {
    this.#setting = setting;
  }

  /** Returns when the server can be reached again, or when the signal is aborted. */
  async whenReachable(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const reachable$ = this.reachable$.pipe(filter((reachable) => reachable));
    await firstValueFrom(race(reachable$, fromEvent(signal, 'abort')));
  }

  /** One request and its parsed reply. @throws ExchangeError */
  async exchange<Reply>(exchange: Exchange<Reply>): Promise<Reply> {
    const sentMs = this.#setting.clock.monotonicMs();
    const timeout = AbortSignal.timeout(exchange.timeoutMs);
    const signal = exchange.signal ? AbortSignal.any([exchange.signal, timeout]) : timeout;
    const response = await this.open({ ...exchange, signal });
    const body: unknown = await response.json().catch((error: unknown) => {
      throw this.#failed(new ExchangeError('unreachable', {}, error), signal);
    });
    const parsed = exchange.reply.safeParse(body);
    if (!parsed.success) {
      const title = 'an answer that cannot be read';
      throw this.#failed(new ExchangeError('trouble', { title }, parsed.error));
    }
    this.#keepTime(parsed.data, sentMs);
    if (!exchange.anonymous) this.succeeded(exchange.pull === true);
    return parsed.data;
  }

  /** One request without a time limit of its own; a reply that is not 2xx is an error. @throws ExchangeError */
  async open({
    path,
    body,
    signal,
    anonymous,
  }: Omit<Exchange<unknown>, 'reply' | 'timeoutMs'>): Promise<Response> {
    const response = await this.#setting
      .fetch(`${this.#setting.baseUrl}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: this.#headers(body !== undefined, anonymous === true),
        cache: 'no-store',
        credentials: 'omit',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      })
      .catch((error: unknown) => {
        throw this.#failed(new ExchangeError('unreachable', {}, error), signal);
      });
    if (!response.ok) throw this.#failed(await errorIn(response), signal);
    return response;
  }

  /**
   * An authenticated exchange succeeded, or the open stream was heard. Only a pull shows that a device which was told
   * that its protocol is too old may pull again.
   */
  succeeded(pulled = false): void {
    this.lastExchangeAt = this.#setting.clock.now();
    this.#remember(this.lastExchangeAt);
    const now = this.state$.value;
    const tooOld = now.state === 'locked-out' && now.problem === 'protocol-too-old' && !pulled;
    if (now.state !== 'online' && !tooOld && this.#welcome) this.state$.next({ state: 'online' });
    if (!this.reachable$.value) this.reachable$.next(true);
  }

  /** The server has taken this device's greeting. */
  welcomed(): void {
    this.#welcome = true;
    this.succeeded();
  }

  /**
   * The server answers the greeting with trouble: until it takes one, that is what is told, however the rest fares. It
   * is there, so what waits is sent all the same.
   */
  notWelcome(): void {
    if (this.state$.value.state === 'locked-out') return;
    this.#welcome = false;
    this.#offline('server-trouble');
    if (!this.reachable$.value) this.reachable$.next(true);
  }

  #remember(exchangedAt: string): void {
    const nowMs = this.#setting.clock.monotonicMs();
    if (nowMs - this.#rememberedMs < betweenWritesMs) return;
    this.#rememberedMs = nowMs;
    this.#setting.remember(exchangedAt);
  }

  #failed(error: ExchangeError, signal?: AbortSignal): ExchangeError {
    if (signal?.aborted && signal.reason?.name !== 'TimeoutError') return error; // we hung up ourselves
    if (error.code === 'too-fast') return error; // the server is there, and answers
    const locking = lockingCodes.find((code) => code === error.code);
    if (locking) this.state$.next({ state: 'locked-out', problem: locking });
    else if (error.kind !== 'refused')
      this.#offline(error.kind === 'trouble' ? 'server-trouble' : 'unreachable');
    if ((locking && locking !== 'protocol-too-old') || error.kind !== 'refused') this.reachable$.next(false);
    return error;
  }

  #offline(reason: 'unreachable' | 'server-trouble'): void {
    const now = this.state$.value;
    if (now.state === 'offline' && now.reason === reason) return;
    this.state$.next({ state: 'offline', since: this.lastExchangeAt, reason });
  }

  #headers(json: boolean, anonymous: boolean): Record<string, string> {
    const token = anonymous ? null : this.#setting.token();
    return {
      accept: 'application/json, text/event-stream',
      [protocolHeader]: String(PROTOCOL_VERSION),
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
  }

  #keepTime(reply: unknown, sentMs: number): void {
    const { serverTime } = reply as { serverTime?: unknown };
    if (typeof serverTime === 'string') this.#setting.clock.exchanged(serverTime, sentMs);
  }
}
