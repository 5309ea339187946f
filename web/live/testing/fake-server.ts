import type { Ack, AnyView, ClientFrame, Entry, Problem, ServerFrame, Snapshot } from '@baton/protocol';
import type { OpenTransport, TransportEvents } from '../transport.ts';

export interface View extends AnyView { title?: string; position?: number }

interface Log { view: View; entries: Entry[]; clientIds: Map<string, { ack: Ack; body: string }> }

/** One client's connection, held by the test: what it sent, and what the network does to it. */
export class FakeSocket {
  readonly received: ClientFrame[] = [];
  open = true;

  constructor(private readonly server: FakeServer, private readonly events: TransportEvents) {}

  tell(frame: ServerFrame): void {
    if (this.open) this.events.frame(JSON.parse(JSON.stringify(frame)) as ServerFrame);
  }

  take(frame: ClientFrame): void {
    if (!this.open) return;
    this.received.push(frame);
    this.server.answer(this, frame);
  }

  cut(code = 1006, reason = ''): void {
    if (!this.open) return;
    this.open = false;
    this.server.sockets.delete(this);
    this.events.closed(code, reason);
  }

  of<T extends ClientFrame['type']>(type: T): Extract<ClientFrame, { type: T }>[] {
    return this.received.filter((frame): frame is Extract<ClientFrame, { type: T }> => frame.type === type);
  }
}

/** A server of the protocol by hand: logs with dense numbers, duplicates found by client_id. The test plays the network. */
export class FakeServer {
  readonly sockets = new Set<FakeSocket>();
  readonly opened: FakeSocket[] = [];
  private readonly logs = new Map<string, Log>();
  private readonly following = new Map<FakeSocket, Set<string>>();
  /** When set, connections do not get through. */
  down = false;
  /** Connections open, but nothing is ever said on them. */
  mute = false;
  /** The next acks (and their updates) are lost on the way. */
  loseAcks = 0;
  loseUpdates = 0;
  refuseWith: Problem | null = null;
  /** Closes instead of answering a send with these words. */
  poison: string | null = null;
  epoch = 'e1';

  readonly transport: OpenTransport = (events) => {
    const socket = new FakeSocket(this, events);
    this.opened.push(socket);
    setTimeout(() => {
      if (this.down) { socket.cut(); return; }
      this.sockets.add(socket);
      if (!this.mute) events.opened();
    }, 1);
    return { send: (frame) => socket.take(frame), close: () => { socket.open = false; this.sockets.delete(socket); } };
  };

  get last(): FakeSocket {
    const socket = this.opened.at(-1);
    if (!socket) throw new Error('nobody connected');
    return socket;
  }

  conversation(id: string): Snapshot<View> {
    const view: View = { id, state: 'queued', public_seq: 0, cursors: { customer: { delivered: 0, read: 0 }, staff: { delivered: 0, read: 0 } } };
    this.logs.set(id, { view, entries: [], clientIds: new Map() });
    return this.snapshot(id);
  }

  snapshot(id: string): Snapshot<View> {
    const log = this.log(id);
    return structuredClone({ view: log.view, entries: log.entries.slice(-50), earlier: log.entries.length > 50 });
  }

  /** Stores an entry; returns the update that tells it. */
  append(id: string, body: string, more: Partial<Entry> = {}, view: Partial<View> = {}): ServerFrame & { type: 'update' } {
    const log = this.log(id);
    const entry: Entry = {
      public_seq: log.entries.length + 1, at: new Date().toISOString(), kind: 'message', by: { kind: 'agent', name: 'Amy' }, body, ...more,
    };
    log.entries.push(entry);
    log.view = { ...log.view, ...view, public_seq: entry.public_seq ?? 0 };
    return { type: 'update', conversation: id, entries: [entry], view: log.view };
  }

  /** Stores an entry and tells it to all who follow. */
  publish(id: string, body: string, more: Partial<Entry> = {}, view: Partial<View> = {}): void {
    this.tellAll(this.append(id, body, more, view));
  }

  heartbeat(): void {
    for (const socket of this.sockets) {
      const heads = [...(this.following.get(socket) ?? [])].map((id) => ({ conversation: id, head: this.log(id).entries.length }));
      socket.tell({ type: 'heartbeat', server_time: new Date().toISOString(), heads });
    }
  }

  bodies(id: string): (string | undefined)[] {
    return this.log(id).entries.map((entry) => entry.body);
  }

  answer(socket: FakeSocket, frame: ClientFrame): void {
    switch (frame.type) {
      case 'hello':
        socket.tell({ type: 'hello', protocol: 1, epoch: this.epoch, server_time: new Date().toISOString(), heartbeat_seconds: 25, grace_seconds: 8, limits: {} });
        return;
      case 'resume': for (const stream of frame.streams) this.resume(socket, stream.conversation, stream.after); return;
      case 'send': this.store(socket, frame); return;
      case 'leave': this.following.get(socket)?.delete(frame.conversation); return;
      case 'heartbeat': socket.tell({ type: 'heartbeat', server_time: new Date().toISOString(), heads: [] }); return;
      case 'typing': case 'cursor': case 'watch': return;
    }
  }

  private resume(socket: FakeSocket, id: string, after: number | undefined): void {
    const log = this.logs.get(id);
    if (!log) { socket.tell({ type: 'gone', conversation: id }); return; }
    this.following.set(socket, (this.following.get(socket) ?? new Set()).add(id));
    const head = log.entries.length;
    if (after === undefined || head - after > 1000) socket.tell({ type: 'reset', conversation: id, snapshot: this.snapshot(id) });
    else if (head > after) socket.tell({ type: 'update', conversation: id, entries: log.entries.slice(after), view: log.view });
    socket.tell({ type: 'caught_up', conversation: id, head, view: log.view });
  }

  private store(socket: FakeSocket, frame: ClientFrame & { type: 'send' }): void {
    if (this.poison !== null && frame.body === this.poison) { socket.cut(4400, 'malformed'); return; }
    if (this.refuseWith) { socket.tell({ type: 'refused', for: 'send', client_id: frame.client_id, problem: this.refuseWith }); return; }
    const log = this.log(frame.conversation);
    const known = log.clientIds.get(frame.client_id);
    const update = known ? null : this.append(frame.conversation, frame.body, { by: { kind: 'customer' }, client_id: frame.client_id });
    const ack = known?.ack ?? { client_id: frame.client_id, conversation: frame.conversation, public_seq: log.entries.length, at: new Date().toISOString() };
    log.clientIds.set(frame.client_id, { ack, body: frame.body });
    if (this.loseAcks > 0) { this.loseAcks -= 1; return; }
    socket.tell({ type: 'ack', ...ack, ...(known ? { duplicate: true } : {}) });
    if (update) this.tellAll(update);
  }

  private tellAll(frame: ServerFrame & { type: 'update' }): void {
    if (this.loseUpdates > 0) { this.loseUpdates -= 1; return; }
    for (const socket of this.sockets) if (this.following.get(socket)?.has(frame.conversation)) socket.tell(frame);
  }

  private log(id: string): Log {
    const log = this.logs.get(id);
    if (!log) throw new Error(`no conversation ${id}`);
    return log;
  }
}
