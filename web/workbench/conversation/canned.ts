import type { CannedReply } from '@baton/protocol';

/** Where a `/word` stands that is being typed: its place in the text, and what was typed after the slash. */
export interface Slash { from: number; to: number; query: string }

/** The `/word` before the caret, when it begins a line, follows a space, or follows Chinese punctuation. */
export function slashAt(text: string, caret: number): Slash | null {
  const match = /(?:^|[\s，。！？；：、])\/([^\s/]{0,40})$/u.exec(text.slice(0, caret));
  return match ? { from: caret - (match[1]?.length ?? 0) - 1, to: caret, query: match[1] ?? '' } : null;
}

/** Replies that answer a query: by the beginning of the shortcut first, then anywhere in shortcut, title and words. */
export function matchingReplies(replies: readonly CannedReply[], query: string, language: string): CannedReply[] {
  const wanted = query.toLocaleLowerCase();
  const rank = (reply: CannedReply): number => {
    if (reply.shortcut.toLocaleLowerCase().startsWith(wanted)) return 0;
    if (reply.title.toLocaleLowerCase().includes(wanted)) return 1;
    return `${reply.shortcut} ${reply.body}`.toLocaleLowerCase().includes(wanted) ? 2 : 9;
  };
  const speaks = (reply: CannedReply): number => (!reply.language || reply.language === language ? 0 : 1);
  return replies.map((reply) => ({ reply, at: rank(reply) })).filter(({ at }) => at < 9)
    .sort((a, b) => a.at - b.at || speaks(a.reply) - speaks(b.reply)).slice(0, 8).map(({ reply }) => reply);
}

/** The names that a canned reply may ask for. Other braces stay as they are. */
export const VARIABLES = ['customer', 'agent', 'group'] as const;
export type Variables = Record<(typeof VARIABLES)[number], string>;

export const filledIn = (body: string, variables: Variables): string =>
  body.replace(/\{(customer|agent|group)\}/g, (_, name: keyof Variables) => variables[name]);
