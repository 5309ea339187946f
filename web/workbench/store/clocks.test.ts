import type { ClockName, StaffView } from '@baton/protocol';
import { describe, expect, test } from 'vitest';
import { clockOf, digits, shareOf } from './clocks.ts';

const NOON = Date.parse('2025-06-12T12:00:00.000Z');
const at = (seconds: number): string => new Date(NOON + seconds * 1000).toISOString();

function view(state: StaffView['state'], more: Partial<StaffView> = {}, clocks: [ClockName, number][] = []): StaffView {
  return {
    id: 'c', site: 's', channel: 'web', customer: { id: 'x', identified: false }, group: 'g', state, silent: false, parked: false, unattended: false, overflowed: false, queue_alarmed: false, priority: 0,
    opened_at: at(0), waiting_since: at(0), state_since: at(0), clocks: clocks.map(([clock, due]) => ({ clock, due: at(due) })), nudged: false, alarms: 0, reminders_sent: 0, round: 1, unresolved_count: 0, policy_version: 1,
    seq: 1, public_seq: 1, cursors: { customer: { delivered: 0, read: 0 }, staff: { delivered: 0, read: 0 } }, unread: false, may: [], ...more,
  };
}

describe('the one clock of a conversation', () => {
  test('is the nudge while nobody was nudged, then the alarm, then the wait itself', () => {
    const owed = { owed_since: at(0), unanswered_since: at(0) };
    expect(clockOf(view('awaiting_agent', owed, [['reply_nudge', 60], ['reply_alarm', 180]]))).toMatchObject({ clock: 'reply_nudge', level: 'calm' });
    expect(clockOf(view('awaiting_agent', { ...owed, nudged: true }, [['reply_alarm', 180]]))).toMatchObject({ clock: 'reply_alarm', level: 'soon' });
    expect(clockOf(view('awaiting_agent', { ...owed, nudged: true, alarms: 1 }, [['reply_alarm', 480]]))).toMatchObject({ clock: 'waited', due: null, level: 'late' });
  });

  test('is the reassignment after the alarm, where a group has one', () => {
    expect(clockOf(view('awaiting_agent', { owed_since: at(0), nudged: true, alarms: 1 }, [['reply_alarm', 480], ['reply_reassign', 600]]))).toMatchObject({ clock: 'reply_reassign', level: 'late' });
  });

  test('is late in the queue when the alarm has rung', () => {
    expect(clockOf(view('queued', { queued_since: at(0) }, [['queue_alarm', 60]]))?.level).toBe('calm');
    expect(clockOf(view('queued', { queued_since: at(0), queue_alarmed: true }))).toMatchObject({ clock: 'waited', level: 'late' });
    // A group whose policy has no queue alarm.
    expect(clockOf(view('queued', { queued_since: at(0) }))).toMatchObject({ clock: 'waited', level: 'calm' });
  });

  test('never hurries staff while a customer is to answer', () => {
    expect(clockOf(view('awaiting_customer', { quiet_since: at(0) }, [['silent_after', 300]]))).toMatchObject({ clock: 'silent_after', level: 'calm' });
    expect(clockOf(view('awaiting_confirmation', {}, [['confirmation_timeout', 1800]]))).toMatchObject({ clock: 'confirmation_timeout', level: 'calm' });
  });

  test('is none after the end and while waiting for opening hours', () => {
    expect(clockOf(view('ended', {}, [['reopen_window', 9_000]]))).toBeNull();
    expect(clockOf(view('queued', { parked: true }))).toBeNull();
  });

  test('fills its ring from the beginning to the step', () => {
    const clock = clockOf(view('awaiting_agent', { owed_since: at(0) }, [['reply_nudge', 60]]));
    expect(clock && [0, 30, 60, 90].map((seconds) => shareOf(clock, NOON + seconds * 1000))).toEqual([0, 0.5, 1, 1]);
  });
});

test('digits are minutes and seconds under an hour, then whole hours, then days', () => {
  expect([0, 45, 60, 3_599].map((seconds) => digits(seconds * 1000))).toEqual([{ text: '0:00', unit: 'clock' }, { text: '0:45', unit: 'clock' }, { text: '1:00', unit: 'clock' }, { text: '59:59', unit: 'clock' }]);
  expect(digits(22 * 3_600_000)).toEqual({ count: 22, unit: 'hour' });
  expect(digits(72 * 3_600_000)).toEqual({ count: 3, unit: 'day' });
});
