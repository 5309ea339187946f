import type { ClientFrame } from '@baton/protocol';
import { parseFrame, type OpenTransport, type TransportEvents } from './transport.ts';

export interface EventStreamOptions {
  /** GET, answers text/event-stream. */
  events: string;
  /** POST, takes an array of frames. */
  frames: string;
  /** Authorization or X-Baton-CSRF, asked for at every request. */
  headers: () => Record<string, string>;
}

/**
 * The same frames where WebSocket is blocked: server-sent events down, POST up. Read with fetch rather than
 * EventSource, so that the token stays in a header. Frames go up one POST at a time, in order.
 */
export function eventStreamTransport(options: EventStreamOptions): OpenTransport {
  return (events) => new EventStream(options, events);
}

class EventStream {
  private readonly connection = crypto.randomUUID();
  private readonly abort = new AbortController();
  private waiting: ClientFrame[] = [];
  private posting = false;
  private over = false;

  constructor(private readonly options: EventStreamOptions, private readonly events: TransportEvents) {
    void this.read();
  }

  send(frame: ClientFrame): void {
    this.waiting.push(frame);
    void this.post();
  }

  close(): void {
    this.over = true;
    this.abort.abort();
  }

  private async read(): Promise<void> {
    try {
      const response = await fetch(this.options.events, { headers: this.headers('text/event-stream'), signal: this.abort.signal, cache: 'no-store' });
      if (!response.ok || !response.body) {
        this.end(response.status === 401 ? 4001 : 1006, '');
        return;
      }
      this.events.opened();
      await this.readLines(response.body);
      this.end(1006, '');
    } catch {
      this.end(1006, '');
    }
  }

  private async readLines(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.over) return;
      text += decoder.decode(value, { stream: true });
      const events = text.split(/\r?\n\r?\n/);
      text = events.pop() ?? '';
      for (const event of events) this.dispatch(event);
    }
  }

  private dispatch(event: string): void {
    const lines = event.split(/\r?\n/);
    const name = lines.find((line) => line.startsWith('event:'))?.slice(6).trim();
    const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).replace(/^ /, '')).join('\n');
    if (!data || this.over) return;
    if (name === 'close') {
      const close = JSON.parse(data) as { code?: number; reason?: string };
      this.end(close.code ?? 1006, close.reason ?? '');
      return;
    }
    const frame = parseFrame(data);
    if (frame) this.events.frame(frame);
  }

  private async post(): Promise<void> {
    if (this.posting || this.over) return;
    this.posting = true;
    while (this.waiting.length && !this.over) {
      const frames = this.waiting.splice(0);
      const answer = await fetch(this.options.frames, {
        method: 'POST',
        headers: { ...this.headers('application/json'), 'Content-Type': 'application/json' },
        body: JSON.stringify(frames),
        signal: this.abort.signal,
      }).catch(() => null);
      // What became of the frames is unknown: connect anew, resume, and let client_id make repeats harmless.
      if (!answer?.ok) this.end(answer?.status === 401 ? 4001 : 1006, '');
    }
    this.posting = false;
  }

  private headers(accept: string): Record<string, string> {
    return { Accept: accept, 'X-Baton-Connection': this.connection, ...this.options.headers() };
  }

  private end(code: number, reason: string): void {
    if (this.over) return;
    this.close();
    this.events.closed(code, reason);
  }
}
