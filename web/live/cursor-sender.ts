import type { ClientFrame, Cursor } from '@baton/protocol';

/** Tells how far this client has come: at most once a second per conversation, only forwards, again after a reconnect. */
export class CursorSender {
  private readonly told = new Map<string, Cursor>();
  private readonly wanted = new Map<string, Cursor>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  /** `delivered` and `read` are public_seq; read implies delivered. Lower ones than before change nothing. */
  reached(conversation: string, delivered: number, read: number): void {
    const before = this.wanted.get(conversation) ?? { delivered: 0, read: 0 };
    const next = { read: Math.max(before.read, read), delivered: Math.max(before.delivered, delivered, read) };
    if (next.read === before.read && next.delivered === before.delivered) return;
    this.wanted.set(conversation, next);
    if (!this.timers.has(conversation)) this.flush(conversation);
  }

  /** After a hello: the server may not know the last ones. */
  again(): void {
    this.told.clear();
    for (const conversation of this.wanted.keys()) if (!this.timers.has(conversation)) this.flush(conversation);
  }

  forget(conversation: string): void {
    clearTimeout(this.timers.get(conversation));
    for (const map of [this.timers, this.told, this.wanted]) map.delete(conversation);
  }

  private flush(conversation: string): void {
    const next = this.wanted.get(conversation);
    const told = this.told.get(conversation);
    if (!next || (told && told.read === next.read && told.delivered === next.delivered)) return;
    if (!this.send({ type: 'cursor', conversation, ...next })) return;
    this.told.set(conversation, next);
    this.timers.set(conversation, setTimeout(() => {
      this.timers.delete(conversation);
      this.flush(conversation);
    }, 1000));
  }
}
