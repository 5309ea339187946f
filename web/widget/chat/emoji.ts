/** Faces and signs people use with customer support; the system's own picker has the rest. */
export const EMOJI = [
  '😀', '😄', '😁', '😂', '🤣', '😊', '🙂', '😉', '😍', '🥰', '😘', '😋', '😎', '🤔', '🤗', '😐',
  '😑', '🙄', '😏', '😣', '😥', '😮', '😪', '😴', '😔', '😕', '😟', '😢', '😭', '😤', '😠', '😡',
  '😳', '😱', '😨', '😰', '😅', '🤦', '🤷', '🙏', '👍', '👎', '👌', '✌️', '👏', '🙌', '💪', '👋',
  '🤝', '❤️', '💔', '💯', '🔥', '✨', '⭐', '🎉', '🎁', '🌹', '☕', '🍻', '📦', '🚚', '💰', '💳',
  '🧾', '📱', '💻', '📞', '📷', '🔑', '🔒', '⏰', '📅', '✅', '❌', '❓', '❗', '⚠️', '👀', '🆗',
] as const;

const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** One to three emoji and nothing else: shown large. */
export function isEmojiOnly(text: string): boolean {
  const trimmed = text.trim();
  if (!trimmed || trimmed.length > 40 || !('Segmenter' in Intl)) return false;
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(trimmed)].map((part) => part.segment);
  return graphemes.length <= 3 && graphemes.every((grapheme) => PICTURE.test(grapheme));
}

/** The first letter of a name, as a person would take it: 王, A; an emoji stays whole. */
export function initialOf(name: string): string {
  const trimmed = name.trim();
  const first = 'Segmenter' in Intl ? [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(trimmed)][0]?.segment : [...trimmed][0];
  return (first ?? '·').toLocaleUpperCase();
}
