import { describe, expect, it } from 'vitest';
import { linksIn } from './links.ts';

const hrefs = (text: string) => linksIn(text).filter((part) => part.href).map((part) => part.href);
const shown = (text: string) => linksIn(text).filter((part) => part.href).map((part) => part.text);

describe('links in text', () => {
  it('loses nothing of the text', () => {
    for (const text of ['', 'plain', 'see https://a.example/x?y=1#z, ok', '请看https://a.example/路径。谢谢', 'a@b.example!', 'www.a.example']) {
      expect(linksIn(text).map((part) => part.text).join('')).toBe(text);
    }
  });
  it('finds web and mail addresses and completes www', () => {
    expect(hrefs('https://a.example/x www.b.example c@d.example')).toEqual(['https://a.example/x', 'https://www.b.example/', 'mailto:c@d.example']);
  });
  it('ends an address before Chinese words and punctuation and before the end of a sentence', () => {
    expect(shown('订单见 https://a.example/o/1，谢谢')).toEqual(['https://a.example/o/1']);
    expect(shown('打开https://a.example/o查看')).toEqual(['https://a.example/o']);
    expect(shown('(see https://a.example/x_(y)).')).toEqual(['https://a.example/x_(y)']);
  });
  it('never links a scheme that runs code, a name and password, or a bare host', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'https://user:pass@evil.example', 'https://localhost', 'file:///etc/passwd']) {
      expect(hrefs(text).filter((href) => !href?.startsWith('mailto:'))).toEqual([]);
    }
  });
  it('does not hide the direction of an address behind bidi marks', () => {
    expect(shown('https://a.example/\u202Efdp.exe')).toEqual(['https://a.example/']);
  });
  it('stays quick on hostile text', () => {
    const before = performance.now();
    linksIn('www.'.repeat(20_000));
    linksIn('a@'.repeat(20_000));
    linksIn(`https://a.example/${'('.repeat(4000)}${')'.repeat(4000)}`);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
