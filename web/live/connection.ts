import type { ClientFrame, Hello, ServerFrame } from '@baton/protocol';
import { backoffMillis } from './backoff.ts';
import { reactionTo, type Reaction } from './close-reaction.ts';
import type { OpenTransport, Transport } from './transport.ts';

/**
 * - `connecting`: no hello yet · `online` · `waiting`: for the next attempt, at `retryAt` (ms since 1970)
 * - `signed_out`, `revoked`: the server refuses this token or session; only a new `start()` tries again
 * - `displaced`: a newer connection of the same person took over; coming back to the page takes it back
 * - `stopped`: not started, or stopped by us
 */
export type Status =
  | { is: 'connecting' } | { is: 'online' } | { is: 'waiting'; retryAt: number }
  | { is: 'signed_out' } | { is: 'revoked' } | { is: 'displaced' } | { is: 'stopped' };

export interface ConnectionOptions {
  webSocket: OpenTransport;
  /** Used when WebSockets do not get through. */
  eventStream?: OpenTransport;
  hello: () => ClientFrame & { type: 'hello' };
  random?: () => number;
  onFrame: (frame: ServerFrame) => void;
  onHello: (hello: Hello) => void;
  onStatus: (status: Status) => void;
  /** Asks the server for something now, to learn whether the connection still lives. */
  onProbe: () => void;
  /** The connection ended; what was in flight has an unknown outcome. */
  onClosed: (code: number) => void;
}

const HELLO_WITHIN = 10_000;
const PROBE_WITHIN = 4_000;
const STABLE_AFTER = 10_000;
const TICK = 1_000;
/** Timers that come this late mean that the machine slept. */
const SLEPT = 15_000;
/** How long a network that blocked WebSockets is not asked again. */
const BLOCKED_FOR = 600_000;

/** One connection at a time, kept alive: hello, heartbeat, back-off, close codes, waking up. Knows no conversations. */
export class Connection {
  status: Status = { is: 'stopped' };
  private transport: Transport | null = null;
  private generation = 0;
  private attempts = 0;
  private unheard = 0;
  private eventsUntil = 0;
  private heartbeatMillis = 25_000;
  private graceMillis = 8_000;
  private openedAt = 0;
  private onlineAt = 0;
  private heardAt = 0;
  private spokeAt = 0;
  private tickedAt = 0;
  private probedAt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ticker: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly options: ConnectionOptions) {}

  start(): void {
    if (this.status.is === 'online' || this.status.is === 'connecting') return;
    this.listen();
    this.connect();
  }

  stop(): void {
    this.drop();
    this.unlisten();
    this.become({ is: 'stopped' });
  }

  /** Sends now, or not at all: false when there is no connection to send on. */
  send(frame: ClientFrame): boolean {
    if (this.status.is !== 'online' || !this.transport) return false;
    this.spokeAt = Date.now();
    this.transport.send(frame);
    return true;
  }

  /** Tries at once instead of at `retryAt`. */
  hurry(): void {
    if (this.status.is === 'waiting') this.connect();
  }

  /** Finds out within 4 s whether the connection is alive, and replaces it when it is not. */
  probe(): void {
    if (this.status.is !== 'online' || this.probedAt) return;
    this.probedAt = Date.now();
    this.send({ type: 'heartbeat' });
    this.options.onProbe();
  }

  private connect(): void {
    this.drop();
    this.become({ is: 'connecting' });
    const generation = ++this.generation;
    const current = () => generation === this.generation;
    const overEvents = this.overEvents();
    this.openedAt = Date.now();
    this.startTicking();
    this.transport = (overEvents && this.options.eventStream ? this.options.eventStream : this.options.webSocket)({
      opened: () => { if (current()) this.transport?.send(this.options.hello()); },
      frame: (frame) => { if (current()) this.heard(frame, overEvents); },
      closed: (code, reason) => { if (current()) this.ended(code, reason); },
    });
  }

  /** Two attempts over WebSocket that never got a hello, then one over events, and so on. */
  private overEvents(): boolean {
    if (!this.options.eventStream) return false;
    return Date.now() < this.eventsUntil || this.unheard % 3 === 2;
  }

  private heard(frame: ServerFrame, overEvents: boolean): void {
    this.heardAt = Date.now();
    this.probedAt = 0;
    if (frame.type === 'hello') this.greeted(frame, overEvents);
    else if (frame.type === 'heartbeat') this.answerHeartbeat();
    this.options.onFrame(frame);
  }

  /** Timers of hidden pages are slowed, messages are not. Never two heartbeats in a row: both sides would answer for ever. */
  private answerHeartbeat(): void {
    if (Date.now() - this.spokeAt >= this.heartbeatMillis / 2) this.send({ type: 'heartbeat' });
  }

  private greeted(hello: Hello, overEvents: boolean): void {
    this.heartbeatMillis = (hello.heartbeat_seconds || 25) * 1000;
    this.graceMillis = (hello.grace_seconds || 8) * 1000;
    this.unheard = 0;
    this.eventsUntil = overEvents ? Math.max(this.eventsUntil, Date.now() + BLOCKED_FOR) : 0;
    this.onlineAt = this.spokeAt = Date.now();
    this.become({ is: 'online' });
    this.options.onHello(hello);
  }

  private ended(code: number, reason: string): void {
    const wasOnline = this.status.is === 'online';
    if (!wasOnline) this.unheard += 1;
    if (wasOnline && Date.now() - this.onlineAt >= STABLE_AFTER) this.attempts = 0;
    this.drop();
    this.options.onClosed(code);
    this.react(reactionTo(code, reason));
  }

  private react(reaction: Reaction): void {
    switch (reaction.then) {
      case 'stop':
        this.become({ is: reaction.status });
        return;
      case 'retry': {
        const k = Math.max(this.attempts, reaction.atLeastAttempt ?? 0);
        this.attempts += 1;
        this.wait(reaction.afterMillis ?? backoffMillis(k, this.options.random));
      }
    }
  }

  private wait(millis: number): void {
    this.become({ is: 'waiting', retryAt: Date.now() + millis });
    this.retry = setTimeout(() => this.connect(), millis);
  }

  /** Forgets the current connection without a word about it. */
  private drop(): void {
    this.generation += 1;
    clearTimeout(this.retry);
    clearInterval(this.ticker);
    this.probedAt = 0;
    const transport = this.transport;
    this.transport = null;
    transport?.close();
  }

  private startTicking(): void {
    this.tickedAt = Date.now();
    this.ticker = setInterval(() => this.tick(), TICK);
  }

  private tick(): void {
    const now = Date.now();
    const slept = now - this.tickedAt > SLEPT;
    this.tickedAt = now;
    if (this.status.is === 'connecting') {
      if (now - this.openedAt > HELLO_WITHIN) this.ended(1006, '');
      return;
    }
    if (slept) { this.probe(); return; }
    const silent = now - this.heardAt > this.heartbeatMillis + this.graceMillis;
    const unanswered = this.probedAt > 0 && now - this.probedAt > PROBE_WITHIN;
    if (silent || unanswered) this.ended(1006, '');
    else if (now - this.spokeAt >= this.heartbeatMillis) this.send({ type: 'heartbeat' });
  }

  private become(status: Status): void {
    this.status = status;
    this.options.onStatus(status);
  }

  private readonly cameOnline = () => { this.hurry(); this.probe(); };
  private readonly wentOffline = () => { if (this.status.is === 'online') this.ended(1006, ''); };
  private readonly becameVisible = () => {
    if (document.visibilityState !== 'visible') return;
    if (this.status.is === 'displaced') this.connect();
    this.hurry();
    if (Date.now() - this.heardAt > 5_000) this.probe();
  };

  private listen(): void {
    this.unlisten();
    addEventListener('online', this.cameOnline);
    addEventListener('offline', this.wentOffline);
    addEventListener('pageshow', this.becameVisible);
    document.addEventListener('visibilitychange', this.becameVisible);
  }

  private unlisten(): void {
    removeEventListener('online', this.cameOnline);
    removeEventListener('offline', this.wentOffline);
    removeEventListener('pageshow', this.becameVisible);
    document.removeEventListener('visibilitychange', this.becameVisible);
  }
}

