import { Refused, type Attachment, type Problem } from '@baton/protocol';
import { shallowReactive } from 'vue';
import { isPicture, type Files } from './files.ts';
import type { Upload, WidgetApi } from './widget-api.ts';

/** A file the user attached and has not sent yet. */
export interface Draft {
  key: string;
  name: string;
  size: number;
  /** A small picture of it, where it is one. */
  picture: string | null;
  share: number;
  state: 'uploading' | 'ready' | 'failed';
  problem: Problem | null;
  attachment: Attachment | null;
}

export const MOST_FILES = 10;

export type Objection = 'too_many' | 'too_large' | 'empty';

interface Held { file: File; draft: Draft; upload: Upload | null }

/** Files on their way up, beside the words that are being written. They upload at once and are sent with the words. */
export class Uploads {
  readonly drafts: Draft[] = shallowReactive([]);
  private readonly held = new Map<string, Held>();

  constructor(private readonly api: WidgetApi, private readonly files: Files, private readonly maxBytes: () => number) {}

  get busy(): boolean { return this.drafts.some((draft) => draft.state === 'uploading'); }
  get ready(): Attachment[] { return this.drafts.map((draft) => draft.attachment).filter((attachment) => attachment !== null); }

  /** Takes the files that can be sent; why others cannot. */
  add(files: readonly File[]): Objection[] {
    const objections = new Set<Objection>();
    for (const file of files) {
      const objection = this.objectionTo(file);
      if (objection) objections.add(objection);
      else this.take(file);
    }
    return [...objections];
  }

  retry(key: string): void {
    const held = this.held.get(key);
    if (held) this.begin(held);
  }

  /** Takes a file back, whatever has become of it. */
  remove(key: string): void {
    const held = this.held.get(key);
    held?.upload?.cancel();
    if (held?.draft.picture) URL.revokeObjectURL(held.draft.picture);
    this.held.delete(key);
    const place = this.drafts.findIndex((draft) => draft.key === key);
    if (place >= 0) this.drafts.splice(place, 1);
  }

  /** The words went: the files that were ready went with them. */
  sent(): void {
    for (const draft of this.drafts.filter((d) => d.state === 'ready')) this.remove(draft.key);
  }

  private objectionTo(file: File): Objection | null {
    if (this.drafts.length >= MOST_FILES) return 'too_many';
    if (file.size === 0) return 'empty';
    return file.size > this.maxBytes() ? 'too_large' : null;
  }

  private take(file: File): void {
    const draft: Draft = shallowReactive({
      key: crypto.randomUUID(), name: file.name || 'picture.png', size: file.size, share: 0, state: 'uploading', problem: null, attachment: null,
      picture: isPicture(file.type) ? URL.createObjectURL(file) : null,
    });
    const held: Held = { file, draft, upload: null };
    this.held.set(draft.key, held);
    this.drafts.push(draft);
    this.begin(held);
  }

  private begin(held: Held): void {
    const { draft, file } = held;
    Object.assign(draft, { state: 'uploading', share: 0, problem: null });
    held.upload = this.api.upload(file, draft.name, (share) => { draft.share = share; });
    held.upload.done.then((attachment) => {
      if (isPicture(attachment.type)) this.files.adopt(attachment.id, file);
      Object.assign(draft, { state: 'ready', share: 1, attachment });
    }, (error: unknown) => {
      Object.assign(draft, { state: 'failed', problem: error instanceof Refused ? error.problem : null });
    });
  }
}
