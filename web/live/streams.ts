import type { AnyView, CaughtUp, Cursors, EntriesPage, Entry, Reset, Snapshot, StreamPosition, Update } from '@baton/protocol';
import { applyCursors, applyEarlier, applyPosition, applySnapshot, applyUpdate, applyView } from './apply-update.ts';
import { headOf, numberOf, type Thread } from './thread.ts';

/** A gap may be mere reordering: it is given this long to close by itself. */
const PARK_MILLIS = 250;
/** The server takes 200 in one frame. */
const MOST_AT_ONCE = 100;

interface Stream<V extends AnyView> {
  thread: Thread<V> | undefined;
  parked: Update<V>[];
  timer: ReturnType<typeof setTimeout> | undefined;
}

export interface StreamsOptions<V extends AnyView> {
  /** Sends a resume for these positions; false when there is no connection (hello will resume all). */
  resume: (streams: StreamPosition[]) => boolean;
  changed: (conversation: string, thread: Thread<V>, fresh: readonly Entry[]) => void;
}

/** The open conversations and how far each has come: apply, ignore, or park and resume. */
export class Streams<V extends AnyView> {
  private readonly streams = new Map<string, Stream<V>>();

  constructor(private readonly options: StreamsOptions<V>) {}

  thread(conversation: string): Thread<V> | undefined {
    return this.streams.get(conversation)?.thread;
  }

  /** Opens a conversation, from a snapshot where there is one; opening it again brings it up to date. */
  open(conversation: string, snapshot?: Snapshot<V>): void {
    const stream = this.streams.get(conversation) ?? { thread: undefined, parked: [], timer: undefined };
    this.streams.set(conversation, stream);
    if (snapshot && (!stream.thread || stream.thread.head <= headOf(snapshot.view))) this.replace(conversation, stream, snapshot);
    this.resume(conversation, stream);
  }

  close(conversation: string): boolean {
    clearTimeout(this.streams.get(conversation)?.timer);
    return this.streams.delete(conversation);
  }

  /** After a new hello: every open stream, from where it stands. */
  resumeAll(): void {
    const positions = [...this.streams].map(([conversation, stream]) => position(conversation, stream));
    for (let from = 0; from < positions.length; from += MOST_AT_ONCE) this.options.resume(positions.slice(from, from + MOST_AT_ONCE));
  }

  /** False when this conversation is not open here. */
  update(update: Update<V>): boolean {
    const stream = this.streams.get(update.conversation);
    if (!stream) return false;
    if (this.apply(update.conversation, stream, update) === 'gap') this.park(update.conversation, stream, update);
    else this.applyParked(update.conversation, stream);
    return true;
  }

  caughtUp(frame: CaughtUp<V>): void {
    const stream = this.streams.get(frame.conversation);
    if (!stream) return;
    this.applyParked(frame.conversation, stream);
    if (!stream.thread || frame.head > stream.thread.head) this.resumeSoon(frame.conversation, stream);
    else if (frame.view) this.apply(frame.conversation, stream, { entries: [], view: frame.view });
  }

  reset(frame: Reset<V>): void {
    const stream = this.streams.get(frame.conversation);
    if (!stream) return;
    this.replace(frame.conversation, stream, frame.snapshot);
    this.applyParked(frame.conversation, stream);
  }

  /** The server's heads, from its heartbeat: whoever is behind lost something silently. */
  heads(heads: readonly { conversation: string; head: number }[]): void {
    for (const { conversation, head } of heads) {
      const stream = this.streams.get(conversation);
      if (stream && (!stream.thread || head > stream.thread.head)) this.resumeSoon(conversation, stream);
    }
  }

  earlier(conversation: string, page: EntriesPage): void {
    this.change(conversation, (thread) => applyEarlier(thread, page));
  }

  cursors(conversation: string, cursors: Cursors & { unread?: boolean }): void {
    this.change(conversation, (thread) => applyCursors(thread, cursors));
  }

  position(conversation: string, position: number): void {
    this.change(conversation, (thread) => applyPosition(thread, position));
  }

  /** A view that came as the answer of a command, before or after the same news over the stream. */
  view(conversation: string, view: V): void {
    const stream = this.streams.get(conversation);
    if (!stream) return;
    this.change(conversation, (thread) => applyView(thread, view));
    if (stream.thread && headOf(view) > stream.thread.head) this.resumeSoon(conversation, stream);
  }

  private apply(conversation: string, stream: Stream<V>, update: Pick<Update<V>, 'entries' | 'view'>): 'applied' | 'old' | 'gap' {
    if (!stream.thread) return 'gap';
    const applied = applyUpdate(stream.thread, update);
    if (applied.outcome === 'applied') {
      stream.thread = applied.thread;
      this.options.changed(conversation, applied.thread, applied.fresh);
    }
    return applied.outcome;
  }

  private park(conversation: string, stream: Stream<V>, update: Update<V>): void {
    stream.parked.push(update);
    this.resumeSoon(conversation, stream);
  }

  /** What was parked may fit now; what is known by now goes. */
  private applyParked(conversation: string, stream: Stream<V>): void {
    for (let moved = true; moved;) {
      moved = false;
      for (const update of [...stream.parked]) {
        if (this.apply(conversation, stream, update) === 'gap') continue;
        stream.parked = stream.parked.filter((other) => other !== update);
        moved = true;
      }
    }
    if (stream.parked.length === 0) this.calm(stream);
    else this.resumeSoon(conversation, stream);
  }

  private resumeSoon(conversation: string, stream: Stream<V>): void {
    stream.timer ??= setTimeout(() => {
      stream.timer = undefined;
      this.resume(conversation, stream);
    }, PARK_MILLIS);
  }

  private resume(conversation: string, stream: Stream<V>): void {
    this.calm(stream);
    this.options.resume([position(conversation, stream)]);
  }

  private calm(stream: Stream<V>): void {
    clearTimeout(stream.timer);
    stream.timer = undefined;
  }

  private replace(conversation: string, stream: Stream<V>, snapshot: Snapshot<V>): void {
    const before = stream.thread;
    stream.thread = applySnapshot(before, snapshot);
    const fresh = before ? stream.thread.entries.filter((entry) => numberOf(entry) > before.head) : [];
    this.options.changed(conversation, stream.thread, fresh);
  }

  private change(conversation: string, how: (thread: Thread<V>) => Thread<V>): void {
    const stream = this.streams.get(conversation);
    if (!stream?.thread) return;
    stream.thread = how(stream.thread);
    this.options.changed(conversation, stream.thread, []);
  }
}

/** No `after` says that the position is unknown: the server answers with a reset. */
const position = <V extends AnyView>(conversation: string, stream: Stream<V>): StreamPosition =>
  stream.thread ? { conversation, after: stream.thread.head } : { conversation };
