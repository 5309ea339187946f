import type { ClockName, Instant, StaffView } from '@baton/protocol';

/** How urgent a clock is for staff: grey, amber, red. */
export type Level = 'calm' | 'soon' | 'late';

/** What runs for a conversation. Without `due` it only counts up: somebody waits, and no further step is set. */
export interface RunningClock {
  /** `waited` stands for no clock: how long somebody has been waiting. */
  clock: ClockName | 'waited';
  since: number;
  due: number | null;
  level: Level;
}

const at = (instant: Instant | undefined): number => (instant ? Date.parse(instant) : 0);

/** Since when the one who waits has been waiting; for a silent customer, since they were last heard. */
export function waitingSince(view: StaffView): number {
  switch (view.state) {
    case 'queued': return at(view.waiting_since ?? view.queued_since ?? view.state_since);
    case 'awaiting_agent': return at(view.unanswered_since ?? view.owed_since ?? view.state_since);
    case 'awaiting_customer': return at(view.quiet_since ?? view.state_since);
    case 'awaiting_confirmation': return at(view.state_since);
    case 'ended': case 'system_ended': return at(view.ended_at ?? view.state_since);
  }
}

/** The clocks that lead to a step in each state; windows after the end are only mentioned, never counted down in lists. */
const STEPS: Record<StaffView['state'], readonly ClockName[]> = {
  queued: ['offer_timeout', 'queue_alarm', 'overflow', 'queue_timeout'],
  awaiting_agent: ['reply_nudge', 'reply_alarm', 'reply_reassign'],
  awaiting_customer: ['silent_after', 'reminder', 'system_end'],
  awaiting_confirmation: ['confirmation_timeout'],
  ended: [],
  system_ended: [],
};

/** The one clock of a conversation: the next step that time alone will take. */
export function clockOf(view: StaffView): RunningClock | null {
  if (view.state === 'ended' || view.state === 'system_ended' || view.parked) return null;
  const since = startOf(view);
  const level = levelOf(view);
  const next = nextStep(view);
  if (next) return { clock: next.clock, since, due: at(next.due), level };
  return view.state === 'queued' || view.state === 'awaiting_agent' ? { clock: 'waited', since: waitingSince(view), due: null, level } : null;
}

function nextStep(view: StaffView): StaffView['clocks'][number] | undefined {
  // An alarm that was raised repeats; that is no further step.
  const steps = view.clocks.filter(({ clock }) => STEPS[view.state].includes(clock) && !(clock === 'reply_alarm' && view.alarms > 0));
  return steps.reduce<StaffView['clocks'][number] | undefined>((first, step) => (first && at(first.due) <= at(step.due) ? first : step), undefined);
}

function startOf(view: StaffView): number {
  switch (view.state) {
    case 'queued': return at(view.queued_since ?? view.waiting_since ?? view.state_since);
    case 'awaiting_agent': return at(view.owed_since ?? view.unanswered_since ?? view.state_since);
    default: return waitingSince(view);
  }
}

function levelOf(view: StaffView): Level {
  if (view.state === 'queued') return view.queue_alarmed ? 'late' : 'calm';
  if (view.state !== 'awaiting_agent') return 'calm';
  if (view.alarms > 0) return 'late';
  return view.nudged ? 'soon' : 'calm';
}

/** How far a clock has come, 0 to 1, in steps of a sixtieth: a ring need not be drawn anew for less. */
export function shareOf(clock: RunningClock, now: number): number {
  if (clock.due === null) return 1;
  const span = clock.due - clock.since;
  if (span <= 0) return 1;
  return Math.round(Math.min(1, Math.max(0, (now - clock.since) / span)) * 60) / 60;
}

/** Digits of a countdown or a wait: 0:45, 12:03, then whole hours and days, which the locale names. */
export function digits(millis: number): { text: string; unit: 'clock' } | { count: number; unit: 'hour' | 'day' } {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 3600) return { text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`, unit: 'clock' };
  if (seconds < 48 * 3600) return { count: Math.round(seconds / 3600), unit: 'hour' };
  return { count: Math.round(seconds / 86_400), unit: 'day' };
}
