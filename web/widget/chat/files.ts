import type { Id } from '@baton/protocol';
import type { WidgetApi } from './widget-api.ts';

const KEEP = 60;

/**
 * Pictures and files behind the bearer token: fetched and shown as blob addresses. Each is fetched once; the least
 * recently used addresses are given back, so that a long thread does not fill the memory.
 */
export class Files {
  private readonly addresses = new Map<string, Promise<string>>();

  constructor(private readonly api: WidgetApi) {}

  /** The address of a file, or of its small picture. Rejects with Refused. */
  address(id: Id, preview: boolean): Promise<string> {
    const key = preview ? `${id} preview` : id;
    const known = this.addresses.get(key);
    const address = known ?? this.api.file(id, preview).then((blob) => URL.createObjectURL(blob));
    this.addresses.delete(key);
    this.addresses.set(key, address);
    if (!known) address.catch(() => this.addresses.delete(key));
    this.trim();
    return address;
  }

  /** What this browser sent itself needs no fetching. */
  adopt(id: Id, blob: Blob): void {
    this.addresses.set(`${id} preview`, Promise.resolve(URL.createObjectURL(blob)));
  }

  async download(id: Id, name: string): Promise<void> {
    const link = document.createElement('a');
    link.href = await this.address(id, false);
    link.download = name;
    link.click();
  }

  private trim(): void {
    for (const [key, address] of this.addresses) {
      if (this.addresses.size <= KEEP) return;
      this.addresses.delete(key);
      address.then((url) => URL.revokeObjectURL(url), () => undefined);
    }
  }
}

/** Types that a browser shows as a picture without running anything in it (no SVG). */
export const isPicture = (type: string): boolean => /^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(type);
