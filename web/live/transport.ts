import type { ClientFrame, ServerFrame } from '@baton/protocol';

/** One connection to the server, whatever carries it. `closed` is told once; nothing is told after `close()`. */
export interface Transport {
  send(frame: ClientFrame): void;
  close(): void;
}

export interface TransportEvents {
  opened(): void;
  frame(frame: ServerFrame): void;
  /** `code` is a close code of the protocol, or 1006 when the connection just ended. */
  closed(code: number, reason: string): void;
}

export type OpenTransport = (events: TransportEvents) => Transport;

/** Text of the server as a frame; text that is not one is skipped (a later protocol may say more). */
export function parseFrame(text: string): ServerFrame | null {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === 'object' && frame !== null && 'type' in frame ? frame as ServerFrame : null;
  } catch {
    return null;
  }
}
