import { isTransient, retryAfterSeconds, type Ack, type Attachment, type Id, type Problem } from '@baton/protocol';
import { backoffMillis } from './backoff.ts';
import { OutboxStore, type OutboxItem } from './outbox-store.ts';

export type Outcome =
  | { is: 'acked'; ack: Ack }
  | { is: 'refused'; problem: Problem }
  /** Lost on the way there or back: only a repeat with the same client_id finds out. */
  | { is: 'unknown' }
  /** The server closed the connection over what it was sent. */
  | { is: 'malformed' };

export interface OutboxOptions {
  /** Whose outbox: one per site and customer, or per account. */
  scope: string;
  storage: Storage | null;
  locks?: Pick<LockManager, 'request'>;
  random?: () => number;
  /** Whether trying makes sense now. */
  ready: () => boolean;
  deliver: (item: OutboxItem) => Promise<Outcome>;
  changed: () => void;
  /** The words went to another conversation than they were written in (a new one, after the return window). */
  moved: (from: Id | null, ack: Ack) => void;
}

export interface Words { conversation: Id | null; body: string; attachments?: Attachment[]; category?: Id }

/** A tab that holds the lane this long without progress sleeps; sending twice is safe, not sending is not. */
const LOCK_WITHIN = 15_000;
const FORGET_SENT_AFTER = 15_000;

/**
 * Keeps every message until it is acknowledged. One lane per conversation, one message of a lane in flight, in the
 * order of writing. Survives reload; two tabs share it, and whichever holds the lane's lock sends.
 */
export class Outbox {
  private readonly store: OutboxStore;
  private readonly sent = new Map<Id, OutboxItem>();
  private readonly busy = new Set<string>();
  private readonly attempts = new Map<Id, number>();
  private readonly malformed = new Map<Id, number>();
  private wake = new Set<() => void>();
  private known: OutboxItem[] = [];

  constructor(private readonly options: OutboxOptions) {
    this.store = new OutboxStore(options.storage, options.scope);
    this.known = this.store.all();
    addEventListener('storage', this.storageChanged);
  }

  close(): void {
    removeEventListener('storage', this.storageChanged);
  }

  /** False when storage refuses: the words live in this tab only. */
  get kept(): boolean {
    return this.store.kept;
  }

  /** What is on its way to a conversation, in order; acknowledged items stay until `settle`. */
  items(conversation: Id | null): OutboxItem[] {
    return this.all().filter((item) => item.conversation === conversation);
  }

  all(): OutboxItem[] {
    const waiting = this.known.filter((item) => !this.sent.has(item.client_id));
    return [...this.sent.values(), ...waiting].sort((a, b) => a.n - b.n || a.at - b.at);
  }

  say(words: Words): Id {
    const n = this.all().reduce((max, item) => Math.max(max, item.n), 0) + 1;
    const item: OutboxItem = { client_id: crypto.randomUUID(), attachments: [], ...words, at: Date.now(), n, state: 'pending' };
    this.keep(item);
    this.drain();
    return item.client_id;
  }

  /** The user wants a failed message to be tried again. */
  retry(clientId: Id): void {
    const item = this.store.get(clientId);
    if (!item) return;
    // The server holds other words under this id: these are a new message.
    const renamed = item.problem?.code === 'idempotency_conflict';
    if (renamed) this.store.remove(clientId);
    this.attempts.delete(clientId);
    this.keep({ ...item, problem: undefined, client_id: renamed ? crypto.randomUUID() : clientId, state: 'pending' });
    this.drain();
  }

  /** The user takes a failed message back. */
  discard(clientId: Id): OutboxItem | undefined {
    const item = this.store.get(clientId);
    this.store.remove(clientId);
    this.refresh();
    return item;
  }

  /** The thread shows these now, or everything up to `head` of this conversation. */
  settle(clientIds: Iterable<Id | undefined>): void {
    let changed = false;
    for (const id of clientIds) {
      if (!id) continue;
      changed = this.sent.delete(id) || changed;
      if (this.known.some((item) => item.client_id === id)) {
        this.store.remove(id);
        changed = true;
      }
    }
    if (changed) this.refresh();
  }

  /** Tries what is pending: after a hello, after new words, after another tab stopped. */
  drain(): void {
    for (const wake of this.wake) wake();
    const lanes = new Set(this.pending().map((item) => laneOf(item)));
    for (const lane of lanes) void this.drainLane(lane);
  }

  private async drainLane(lane: string): Promise<void> {
    if (this.busy.has(lane)) return;
    this.busy.add(lane);
    try {
      while (this.options.ready() && this.next(lane)) await this.holding(lane, () => this.sendAll(lane));
    } finally {
      this.busy.delete(lane);
    }
    this.refresh();
  }

  private async sendAll(lane: string): Promise<void> {
    for (let item = this.next(lane); item && this.options.ready(); item = this.next(lane)) await this.sendOne(item);
  }

  private async sendOne(item: OutboxItem): Promise<void> {
    const outcome = await this.options.deliver(item);
    // Another path may have settled it meanwhile: seen in the thread, or acknowledged to another tab.
    if (!this.store.get(item.client_id) && outcome.is !== 'acked') return;
    switch (outcome.is) {
      case 'acked': this.acked(item, outcome.ack); return;
      case 'refused': await this.refused(item, outcome.problem); return;
      case 'malformed': this.poisoned(item); return;
      case 'unknown': if (this.options.ready()) await this.pause(item, 0);
    }
  }

  private acked(item: OutboxItem, ack: Ack): void {
    this.attempts.delete(item.client_id);
    const known = this.store.get(item.client_id) !== undefined;
    this.store.remove(item.client_id);
    if (known) this.showSent({ ...item, conversation: ack.conversation, state: 'sent' });
    if (ack.conversation !== item.conversation) {
      for (const other of this.pending()) if (other.conversation === item.conversation) this.store.put({ ...other, conversation: ack.conversation });
      this.options.moved(item.conversation, ack);
    }
    this.refresh();
    this.drain();
  }

  private async refused(item: OutboxItem, problem: Problem): Promise<void> {
    if (isTransient(problem)) await this.pause(item, retryAfterSeconds(problem) * 1000);
    else this.keep({ ...item, state: 'failed', problem });
  }

  /** Twice closed over the same words: they are the reason, and must not keep the others from going. */
  private poisoned(item: OutboxItem): void {
    const times = (this.malformed.get(item.client_id) ?? 0) + 1;
    this.malformed.set(item.client_id, times);
    if (times >= 2) this.keep({ ...item, state: 'failed', problem: { code: 'malformed_text', title: 'Malformed', status: 400 } });
  }

  private async pause(item: OutboxItem, atLeast: number): Promise<void> {
    const k = this.attempts.get(item.client_id) ?? 0;
    this.attempts.set(item.client_id, k + 1);
    await new Promise<void>((resolve) => {
      const done = () => { clearTimeout(timer); this.wake.delete(done); resolve(); };
      const timer = setTimeout(done, Math.max(atLeast, backoffMillis(k, this.options.random)));
      // New words or a new connection shorten a back-off, never a wait that the server asked for.
      if (!atLeast) this.wake.add(done);
    });
  }

  private async holding(lane: string, action: () => Promise<void>): Promise<void> {
    const locks = this.options.locks;
    if (!locks) { await action(); return; }
    let began = false;
    const name = `baton.outbox.${this.options.scope}.${lane}`;
    try {
      await locks.request(name, { signal: AbortSignal.timeout(LOCK_WITHIN) }, () => { began = true; return action(); });
    } catch {
      if (!began) await action();
    }
  }

  private keep(item: OutboxItem): void {
    this.store.put(item);
    this.refresh();
  }

  private showSent(item: OutboxItem): void {
    this.sent.set(item.client_id, item);
    setTimeout(() => { if (this.sent.delete(item.client_id)) this.refresh(); }, FORGET_SENT_AFTER);
  }

  private pending(): OutboxItem[] {
    return this.store.all().filter((item) => item.state === 'pending');
  }

  private next(lane: string): OutboxItem | undefined {
    return this.pending().find((item) => laneOf(item) === lane);
  }

  private refresh(): void {
    this.known = this.store.all();
    this.options.changed();
  }

  /** Another tab wrote, sent or took back something. What it sent is shown until the thread has it. */
  private readonly storageChanged = (event: StorageEvent) => {
    if (!this.store.owns(event.key)) return;
    const now = new Set(this.store.all().map((item) => item.client_id));
    for (const item of this.known) {
      if (item.state === 'pending' && !now.has(item.client_id)) this.showSent({ ...item, state: 'sent' });
    }
    this.refresh();
    this.drain();
  };
}

const laneOf = (item: OutboxItem): string => item.conversation ?? 'new';
