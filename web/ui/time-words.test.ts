import { describe, expect, it } from 'vitest';
import { dayOf, duration, fileSize, relativeTime } from './time-words.ts';

const now = new Date(2026, 2, 12, 14, 5).getTime();
const minute = 60_000;
const day = 86_400_000;

describe('time in words', () => {
  it('is relative while fresh and a clock after an hour', () => {
    expect(relativeTime(now - 20_000, now, 'zh-CN')).toBe('刚刚');
    expect(relativeTime(now - 3 * minute, now, 'zh-CN')).toBe('3分钟前');
    expect(relativeTime(now - 3 * minute, now, 'en')).toBe('3 min. ago');
    expect(relativeTime(now - 65 * minute, now, 'en')).toBe('13:00');
  });
  it('never says the future when the clocks differ a little', () => {
    expect(relativeTime(now + 5000, now, 'en')).toBe('just now');
  });
  it('names days as people do', () => {
    expect(dayOf(now, now, 'zh-CN')).toBe('今天');
    expect(dayOf(now - day, now, 'en')).toBe('Yesterday');
    expect(dayOf(now - 3 * day, now, 'zh-CN')).toBe('星期一');
    expect(dayOf(now - 30 * day, now, 'en')).toBe('February 10');
    expect(dayOf(now - 400 * day, now, 'zh-CN')).toBe('2025年2月5日');
  });
  it('gives durations in one unit with the right plural', () => {
    expect(duration(28 * minute, 'zh-CN')).toBe('28分钟');
    expect(duration(minute, 'en')).toBe('1 minute');
    expect(duration(22 * 60 * minute, 'en')).toBe('22 hours');
    expect(duration(-5, 'en')).toBe('0 seconds');
  });
  it('gives sizes', () => {
    expect(fileSize(900, 'en')).toBe('900B');
    expect(fileSize(12_345, 'en')).toBe('12 kB');
    expect(fileSize(3_565_158, 'zh-CN')).toBe('3.4 MB');
  });
});
