import type { ClientFrame, TypingFrame } from '@baton/protocol';

const REPEAT_MILLIS = 3_000;
const IDLE_MILLIS = 5_000;
/** A party that stopped without saying so (closed page, lost line) is forgotten after this long. */
const EXPIRE_MILLIS = 8_000;

/** Tells the other side that this user is typing: at once, then every 3 s, and that they stopped after 5 s or when sent. */
export class TypingSender {
  private conversation: string | null = null;
  private toldAt = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (frame: ClientFrame) => boolean) {}

  /** `text` only where the other side may see the words before they are sent. */
  typed(conversation: string, text?: string): void {
    if (this.conversation && this.conversation !== conversation) this.stopped();
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.stopped(), IDLE_MILLIS);
    if (this.conversation && Date.now() - this.toldAt < REPEAT_MILLIS) return;
    this.conversation = conversation;
    this.toldAt = Date.now();
    this.send({ type: 'typing', conversation, active: true, ...(text === undefined ? {} : { text }) });
  }

  stopped(): void {
    clearTimeout(this.idle);
    if (this.conversation) this.send({ type: 'typing', conversation: this.conversation, active: false });
    this.conversation = null;
  }
}

export interface Typist { kind: 'customer' | 'agent'; id?: string; name?: string; text?: string }

/** Who is typing in which conversation, as far as was told. */
export class TypingWatch {
  private readonly typists = new Map<string, { typist: Typist; timer: ReturnType<typeof setTimeout> }>();

  constructor(private readonly changed: (conversation: string, typist: Typist | null) => void) {}

  of(conversation: string): Typist | null {
    return this.typists.get(conversation)?.typist ?? null;
  }

  heard(frame: TypingFrame): void {
    this.forget(frame.conversation);
    if (frame.active) {
      const timer = setTimeout(() => this.over(frame.conversation), EXPIRE_MILLIS);
      this.typists.set(frame.conversation, { typist: { ...frame.by, ...(frame.text === undefined ? {} : { text: frame.text }) }, timer });
    }
    this.changed(frame.conversation, this.of(frame.conversation));
  }

  /** Their words arrived, or the conversation closed. */
  over(conversation: string): void {
    if (!this.typists.has(conversation)) return;
    this.forget(conversation);
    this.changed(conversation, null);
  }

  private forget(conversation: string): void {
    clearTimeout(this.typists.get(conversation)?.timer);
    this.typists.delete(conversation);
  }
}
