import type { Id } from '@baton/protocol';
import type { Schemas } from '@baton/protocol/schemas.ts';
import { get } from '../store/http.ts';
import { serverNow } from '../store/now.ts';

export interface Next { from: number; until: number }

const AHEAD_MILLIS = 14 * 86_400_000;

/** The shift that goes on or comes next, by agent; only of those whose shifts this person may see. */
export async function nextShifts(supervising: boolean): Promise<Map<Id, Next>> {
  const now = serverNow();
  const shifts = supervising ? await planned(now) : await around();
  const next = new Map<Id, Next>();
  for (const { agent, starts_at, ends_at } of shifts) {
    const shift = { from: Date.parse(starts_at), until: Date.parse(ends_at) };
    const known = next.get(agent);
    if (shift.until > now && (!known || shift.from < known.from)) next.set(agent, shift);
  }
  return next;
}

async function planned(now: number): Promise<Schemas['ColleaguesShift'][]> {
  const until = new Date(now + AHEAD_MILLIS).toISOString();
  const { shifts } = await get<Schemas['RosterView']>(`/roster?from=${new Date(now).toISOString()}&until=${until}`);
  return shifts.filter(({ kind }) => kind === 'work');
}

async function around(): Promise<Schemas['ColleaguesShift'][]> {
  const { shifts, colleagues } = await get<Schemas['OwnShifts']>('/me/shifts');
  return [...shifts.filter(({ kind }) => kind === 'work'), ...colleagues];
}
