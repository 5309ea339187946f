import type { Ack, AnyView, ClientFrame, EntriesPage, Entry, Hello, Id, Problem, ServerFrame, Snapshot } from '@baton/protocol';
import { Connection, type Status } from './connection.ts';
import { CursorSender } from './cursor-sender.ts';
import { Emitter } from './emitter.ts';
import { Outbox, type Outcome, type Words } from './outbox.ts';
import type { OutboxItem } from './outbox-store.ts';
import { Streams } from './streams.ts';
import { publicHead, type Thread } from './thread.ts';
import type { OpenTransport } from './transport.ts';
import { TypingSender, TypingWatch, type Typist } from './typing.ts';

export interface LiveEvents<V extends AnyView> {
  status: Status;
  hello: Hello;
  /** A thread changed; `fresh` are the entries that arrived now, not those of a first snapshot. */
  thread: { conversation: Id; thread: Thread<V>; fresh: readonly Entry[] };
  outbox: undefined;
  typing: { conversation: Id; typist: Typist | null };
  /** Words went into another conversation than they were written in. */
  moved: { from: Id | null; ack: Ack };
  gone: { conversation: Id };
  /** The server told of a conversation that is not open here: another device of the same person started it. */
  news: { conversation: Id };
  /** Something other than a message was refused. */
  refused: { for: string; conversation?: Id; problem: Problem };
  /** Every other frame: inbox, inbox_item, inbox_gone, team, catalogue_changed … */
  frame: ServerFrame<V>;
}

export interface LiveOptions<V extends AnyView> {
  webSocket: OpenTransport;
  eventStream?: OpenTransport;
  /** Asked for at every hello: the token may have changed. */
  credentials: () => { token?: string; language?: string };
  /** Whose outbox: one per site and customer, or per account. */
  scope: string;
  storage: Storage | null;
  locks?: Pick<LockManager, 'request'>;
  random?: () => number;
  /** Starts a conversation with these words (REST); only for clients that may. */
  start?: (item: OutboxItem) => Promise<Outcome>;
  /** Whether receiving here counts as delivered to this party (for staff: only for the assigned agent). */
  deliversHere?: (view: V) => boolean;
}

const ACK_WITHIN = 10_000;

/** The one socket client of widget and workbench: threads that stay true, and words that are never dropped. */
export class Live<V extends AnyView = AnyView> {
  readonly outbox: Outbox;
  private readonly events = new Emitter<LiveEvents<V>>();
  private readonly connection: Connection;
  private readonly streams: Streams<V>;
  private readonly cursors: CursorSender;
  private readonly typingOut: TypingSender;
  private readonly typingIn: TypingWatch;
  private readonly inFlight = new Map<Id, (outcome: Outcome) => void>();
  private epoch: string | undefined;
  private skewMillis = 0;
  private watchesAll: boolean | undefined;

  constructor(private readonly options: LiveOptions<V>) {
    const send = (frame: ClientFrame) => this.connection.send(frame);
    this.streams = new Streams<V>({
      resume: (streams) => send({ type: 'resume', ...(this.epoch ? { epoch: this.epoch } : {}), streams }),
      changed: (conversation, thread, fresh) => this.threadChanged(conversation, thread, fresh),
    });
    this.cursors = new CursorSender(send);
    this.typingOut = new TypingSender(send);
    this.typingIn = new TypingWatch((conversation, typist) => this.events.emit('typing', { conversation, typist }));
    this.connection = this.connectionOf(options);
    this.outbox = new Outbox({
      ...options,
      ready: () => this.connection.status.is === 'online',
      deliver: (item) => item.conversation === null ? this.start(item) : this.sendWords(item, item.conversation),
      changed: () => this.events.emit('outbox', undefined),
      moved: (from, ack) => this.events.emit('moved', { from, ack }),
    });
  }

  get status(): Status { return this.connection.status; }

  on<K extends keyof LiveEvents<V>>(name: K, listener: (event: LiveEvents<V>[K]) => void): () => void {
    return this.events.on(name, listener);
  }

  connect(): void { this.connection.start(); }

  /** Ends the connection; the outbox stays in storage. */
  stop(): void {
    this.connection.stop();
    this.settleInFlight({ is: 'unknown' });
  }

  /** Tries now instead of later, or checks that the connection lives. */
  hurry(): void {
    this.connection.hurry();
    this.connection.probe();
  }

  thread(conversation: Id): Thread<V> | undefined { return this.streams.thread(conversation); }

  /** Follows a conversation, from a snapshot where there is one. */
  open(conversation: Id, snapshot?: Snapshot<V>): void { this.streams.open(conversation, snapshot); }

  leave(conversation: Id): void {
    if (this.streams.close(conversation)) this.connection.send({ type: 'leave', conversation });
    this.cursors.forget(conversation);
    this.typingIn.over(conversation);
  }

  /** Entries from before those held, as a page of REST. */
  earlier(conversation: Id, page: EntriesPage): void { this.streams.earlier(conversation, page); }

  /** The answer of a command over REST. */
  viewed(view: V): void { this.streams.view(view.id, view); }

  /** Keeps the words, sends them, repeats until acknowledged. Returns their client_id. */
  say(words: Words): Id {
    this.typingOut.stopped();
    return this.outbox.say(words);
  }

  /** The user saw everything up to this `public_seq`. */
  read(conversation: Id, publicSeq: number): void { this.cursors.reached(conversation, publicSeq, publicSeq); }

  typed(conversation: Id, text?: string): void { this.typingOut.typed(conversation, text); }
  stoppedTyping(): void { this.typingOut.stopped(); }
  typist(conversation: Id): Typist | null { return this.typingIn.of(conversation); }

  /** Staff: the open conversations of all groups as well. Remembered over reconnects. */
  watch(all: boolean): void {
    this.watchesAll = all;
    this.connection.send({ type: 'watch', all });
  }

  /** The server's clock, ms since 1970: what countdowns go by. */
  serverNow(): number { return Date.now() + this.skewMillis; }

  private connectionOf(options: LiveOptions<V>): Connection {
    return new Connection({
      ...options,
      hello: () => ({ type: 'hello', protocol: 1, ...options.credentials() }),
      onHello: (hello) => this.greeted(hello),
      onFrame: (frame) => this.heard(frame as ServerFrame<V>),
      onStatus: (status) => this.events.emit('status', status),
      onProbe: () => this.streams.resumeAll(),
      onClosed: (code) => this.settleInFlight({ is: code === 4400 ? 'malformed' : 'unknown' }),
    });
  }

  private greeted(hello: Hello): void {
    this.epoch = hello.epoch;
    this.skewMillis = Date.parse(hello.server_time) - Date.now() || 0;
    if (this.watchesAll !== undefined) this.connection.send({ type: 'watch', all: this.watchesAll });
    this.events.emit('hello', hello);
    this.streams.resumeAll();
    this.cursors.again();
    this.outbox.drain();
  }

  private heard(frame: ServerFrame<V>): void {
    switch (frame.type) {
      case 'update': if (!this.streams.update(frame)) this.events.emit('news', frame); return;
      case 'caught_up': this.streams.caughtUp(frame); return;
      case 'reset': this.streams.reset(frame); return;
      case 'heartbeat': this.streams.heads(frame.heads ?? []); return;
      case 'ack': this.answered(frame.client_id, { is: 'acked', ack: frame }); return;
      case 'refused': this.refused(frame); return;
      case 'gone': this.streams.close(frame.conversation); this.events.emit('gone', frame); return;
      case 'typing': this.typingIn.heard(frame); return;
      case 'cursors': this.streams.cursors(frame.conversation, frame); return;
      case 'position': this.streams.position(frame.conversation, frame.position); return;
      case 'hello': return;
      default: this.events.emit('frame', frame);
    }
  }

  private refused(frame: ServerFrame<V> & { type: 'refused' }): void {
    if (frame.client_id && this.inFlight.has(frame.client_id)) this.answered(frame.client_id, { is: 'refused', problem: frame.problem });
    else this.events.emit('refused', frame);
  }

  private threadChanged(conversation: Id, thread: Thread<V>, fresh: readonly Entry[]): void {
    this.outbox.settle(fresh.length ? fresh.map((entry) => entry.client_id) : thread.entries.slice(-50).map((entry) => entry.client_id));
    if (fresh.some((entry) => entry.kind === 'message')) this.typingIn.over(conversation);
    if (!this.options.deliversHere || this.options.deliversHere(thread.view)) this.cursors.reached(conversation, publicHead(thread), 0);
    this.events.emit('thread', { conversation, thread, fresh });
  }

  private start(item: OutboxItem): Promise<Outcome> {
    return this.options.start?.(item) ?? Promise.resolve({ is: 'unknown' });
  }

  private sendWords(item: OutboxItem, conversation: Id): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.answered(item.client_id, { is: 'unknown' }), ACK_WITHIN);
      this.inFlight.set(item.client_id, (outcome) => { clearTimeout(timer); resolve(outcome); });
      const attachments = item.attachments.map((attachment) => attachment.id);
      const sent = this.connection.send({
        type: 'send', conversation, client_id: item.client_id, body: item.body, n: item.n,
        ...(attachments.length ? { attachments } : {}),
      });
      if (!sent) this.answered(item.client_id, { is: 'unknown' });
    });
  }

  private answered(clientId: Id, outcome: Outcome): void {
    const resolve = this.inFlight.get(clientId);
    this.inFlight.delete(clientId);
    resolve?.(outcome);
  }

  private settleInFlight(outcome: Outcome): void {
    for (const clientId of [...this.inFlight.keys()]) this.answered(clientId, outcome);
  }
}
