/** What loader and page say to each other with postMessage. Both check the exact origin and the exact window. */

export type ToPage =
  | { baton: 1; type: 'shown'; fullScreen: boolean }
  | { baton: 1; type: 'hidden' }
  | { baton: 1; type: 'identify'; jwt: string | null }
  | { baton: 1; type: 'page'; url: string; title: string }
  | { baton: 1; type: 'language'; language: string }
  | { baton: 1; type: 'theme'; theme: string };

export type ToLoader =
  | { baton: 1; type: 'ready'; color: string; text: string; label: string; close: string }
  | { baton: 1; type: 'unread'; count: number; label: string }
  | { baton: 1; type: 'close' };

export const isOurs = (data: unknown): data is { baton: 1; type: string } =>
  typeof data === 'object' && data !== null && (data as { baton?: unknown }).baton === 1 && typeof (data as { type?: unknown }).type === 'string';
