import type { Attachment } from '@baton/protocol';
import type { InjectionKey } from 'vue';

/** Shows a picture large. */
export const LIGHTBOX: InjectionKey<(attachment: Attachment) => void> = Symbol('lightbox');
