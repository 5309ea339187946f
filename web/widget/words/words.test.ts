import { describe, expect, it } from 'vitest';
import type { Entry, EntryKind } from '@baton/protocol';
import { en } from './en.ts';
import { eventWords } from './event-words.ts';
import { languageOf, problemWords } from './index.ts';
import { zh } from './zh.ts';

/** Every word with its path, functions called with plausible values. */
function flat(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'function') return [[path + key, String((value as (...args: unknown[]) => unknown)(2, 'x', 'y'))]];
    return typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`);
  });
}
const event = (kind: EntryKind, data: Record<string, unknown> = {}): Entry => ({ at: '', kind, by: { kind: 'system' }, data });

describe('words', () => {
  it('are complete in both languages, and Chinese uses Chinese punctuation', () => {
    expect(flat(zh).map(([path]) => path).sort()).toEqual(flat(en).map(([path]) => path).sort());
    for (const [path, text] of flat(zh)) {
      expect(text, path).not.toMatch(/[\u4e00-\u9fff]\s*[,?!;]|[\u4e00-\u9fff]\.(?!\.)/);
      expect(text, path).not.toBe('');
    }
    for (const [path, text] of flat(en)) expect(text, path).not.toMatch(/[\u4e00-\u9fff]/);
  });
  it('have a sentence for every reason a conversation ends by itself or by the customer', () => {
    for (const reason of ['confirmed', 'customer_ended', 'customer_left', 'agent_ended', 'queue_timeout', 'customer_gone', 'customer_silent', 'confirmation_timeout']) {
      for (const words of [en, zh]) expect(eventWords(event('ended', { reason }), words, [])).toBe(words.events.ended[reason]);
    }
    expect(eventWords(event('ended', { reason: 'spam' }), en, [])).toBe(en.events.ended.other);
  });
  it('tell every public event, and say nothing about staff ones', () => {
    for (const kind of ['started', 'assigned', 'category_changed', 'parked', 'transferred', 'requeued', 'asked_to_end', 'withdrawn', 'unresolved', 'ended', 'reopened', 'rated'] as const) {
      expect(eventWords(event(kind, { score: 5 }), zh, []), kind).not.toBe('');
    }
    for (const kind of ['note', 'offered', 'nudged', 'silenced', 'queue_alarmed'] as const) expect(eventWords(event(kind), zh, [])).toBe('');
  });
  it('are chosen by wish, then browser, then English', () => {
    expect(languageOf(['zh-Hant', 'en'])).toBe('zh-CN');
    expect(languageOf([null, 'fr', 'zh'])).toBe('zh-CN');
    expect(languageOf([undefined, 'fr'])).toBe('en');
  });
  it('explain problems, also unknown ones', () => {
    expect(problemWords({ code: 'network', title: '', status: 0 }, zh)).toBe(zh.errors.network);
    expect(problemWords({ code: 'brand_new', title: 't', detail: 'The server says.', status: 400 }, zh)).toBe('The server says.');
    expect(problemWords({ code: 'brand_new', title: 't', status: 400 }, zh)).toBe(zh.errors.generic);
  });
});
