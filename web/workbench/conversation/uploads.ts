import type { Id } from '@baton/protocol';
import { shallowReactive } from 'vue';
import { draftOf, writeDraft } from '../store/drafts.ts';
import { problemIn, upload } from '../store/http.ts';
import { desk } from '../store/line.ts';
import { t } from '../words/i18n.ts';
import { problemWords } from '../words/problem-words.ts';
import { fileSize } from '../words/time.ts';

/** A file on its way up, for a conversation. It goes on while one looks at another conversation. */
export interface Upload { key: string; file: File; share: number; fault: string | null; cancel: () => void }

const uploads = shallowReactive(new Map<Id, readonly Upload[]>());

export const uploadsOf = (conversation: Id): readonly Upload[] => uploads.get(conversation) ?? [];

function change(conversation: Id, key: string, how: Partial<Upload> | null): void {
  const next = uploadsOf(conversation).flatMap((one) => (one.key !== key ? [one] : how ? [{ ...one, ...how }] : []));
  uploads.set(conversation, next);
}

export function addFiles(conversation: Id, files: Iterable<File>): void {
  for (const file of files) void begin(conversation, file);
}

async function begin(conversation: Id, file: File): Promise<void> {
  const key = crypto.randomUUID();
  const controller = new AbortController();
  const cancel = () => { controller.abort(); change(conversation, key, null); };
  uploads.set(conversation, [...uploadsOf(conversation), { key, file, share: 0, fault: null, cancel }]);
  const most = desk.catalogue?.limits.file_bytes;
  if (most && file.size > most) { change(conversation, key, { fault: t('composer.too_large', { size: fileSize(most) }) }); return; }
  try {
    const attachment = await upload(file, (share) => change(conversation, key, { share }), controller.signal);
    change(conversation, key, null);
    writeDraft(conversation, { files: [...draftOf(conversation).files, attachment] });
  } catch (error) {
    if (!controller.signal.aborted) change(conversation, key, { fault: problemWords(problemIn(error)) });
  }
}

export function retryUpload(conversation: Id, one: Upload): void {
  change(conversation, one.key, null);
  addFiles(conversation, [one.file]);
}

/** What a paste or a drop brings: files, if any. */
export const filesIn = (data: DataTransfer | null): File[] => [...data?.files ?? []];
