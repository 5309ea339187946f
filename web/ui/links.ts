/** A run of plain text, or of text that is a link. */
export interface TextPart { text: string; href?: string }

/** Web and mail addresses as people write them; they end before spaces, quotes, brackets, Chinese words and punctuation. */
const LINK = /(?:https?:\/\/|www\.)[^\s<>"'`{}|\\^\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2018-\u201d\u202a-\u202e\u2066-\u2069]+|[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const MAX_LINKS = 50;

/**
 * Splits text into plain and linked runs. Only http, https and mailto ever become links; the shown text is the text
 * as written, so that a link cannot pretend to lead elsewhere.
 */
export function linksIn(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    if (parts.length > MAX_LINKS * 2) break;
    const shown = withoutTrailing(match[0]);
    const href = addressOf(shown);
    if (!href) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** Punctuation that ends the sentence rather than the address; a closing bracket stays when it was opened inside. */
function withoutTrailing(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1] ?? '';
    const rest = address.slice(0, end);
    const closesOwn = (last === ')' && count(rest, '(') >= count(rest, ')')) || (last === ']' && count(rest, '[') >= count(rest, ']'));
    if (!/[.,;:!?)\]*_~]/.test(last) || closesOwn) break;
  }
  return address.slice(0, end);
}

const count = (text: string, char: string): number => text.split(char).length - 1;

function addressOf(shown: string): string | null {
  const mail = !/^(https?:\/\/|www\.)/i.test(shown);
  try {
    const url = new URL(mail ? `mailto:${shown}` : /^www\./i.test(shown) ? `https://${shown}` : shown);
    const allowed = url.protocol === 'mailto:' || ((url.protocol === 'http:' || url.protocol === 'https:') && url.hostname.includes('.') && !url.username);
    return allowed ? url.href : null;
  } catch {
    return null;
  }
}
