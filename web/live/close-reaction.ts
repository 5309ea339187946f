import { CLOSE } from '@baton/protocol';

/** What to do when a connection ended. */
export type Reaction =
  | { then: 'stop'; status: 'signed_out' | 'revoked' | 'displaced' }
  | { then: 'retry'; afterMillis?: number; atLeastAttempt?: number };

const RECONNECT_AT_MOST_SECONDS = 120;

/** Every close code of the protocol has one reaction; anything else is a lost connection. */
export function reactionTo(code: number, reason: string): Reaction {
  switch (code) {
    case CLOSE.signIn: return { then: 'stop', status: 'signed_out' };
    case CLOSE.revoked: return { then: 'stop', status: 'revoked' };
    case CLOSE.displaced: return { then: 'stop', status: 'displaced' };
    case CLOSE.goingAway: return { then: 'retry', ...appointment(reason) };
    case CLOSE.tooFast: return { then: 'retry', atLeastAttempt: 4 };
    case CLOSE.malformed: return { then: 'retry', atLeastAttempt: 3 };
    case CLOSE.tooSlow: return { then: 'retry' };
    default: return { then: 'retry' };
  }
}

/** The server spreads its clients: it says when each should come back. */
function appointment(reason: string): { afterMillis?: number } {
  try {
    const seconds = Number((JSON.parse(reason) as { reconnect_after?: unknown }).reconnect_after);
    if (Number.isFinite(seconds) && seconds >= 0) return { afterMillis: Math.min(seconds, RECONNECT_AT_MOST_SECONDS) * 1000 };
  } catch { /* no appointment: back off as usual */ }
  return {};
}
