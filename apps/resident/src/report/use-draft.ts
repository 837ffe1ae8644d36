import { useEffect, useRef, useState } from 'preact/hooks';
import { keep, kept, newKey } from '../kit/kept.js';
import { EMPTY, isEmpty, readDraft, type Draft, type DraftFile } from './draft.js';
import { dropFile, keepFile, keptFile } from './files.js';

export interface HeldDraft {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** Answers false where the phone could not keep it beyond this page. */
  addFile: (kind: DraftFile['kind'], content: Blob) => Promise<boolean>;
  removeFile: (id: string) => void;
  clear: () => void;
  /** Addresses under which the page shows the contents. */
  urls: Record<string, string>;
  contentOf: (file: DraftFile) => Promise<Blob | null>;
}

/** The draft of one code: kept with every change, there again after a reload, with its pictures. */
export function useDraft(code: string): HeldDraft {
  const name = `draft.${code}`;
  const [draft, setDraft] = useState<Draft>(() => readDraft(kept<unknown>(name, null)));
  const [urls, setUrls] = useState<Record<string, string>>({});
  const contents = useRef(new Map<string, Blob>());
  const latest = useRef(draft);

  const put = (next: Draft): void => {
    latest.current = next;
    keep(name, isEmpty(next) && !next.name && !next.phone ? null : next);
    setDraft(next);
  };
  const show = (id: string, content: Blob): void => {
    contents.current.set(id, content);
    setUrls((before) => ({ ...before, [id]: URL.createObjectURL(content) }));
  };
  const contentOf = async ({ id }: DraftFile): Promise<Blob | null> => contents.current.get(id) ?? (await keptFile(id));

  useEffect(() => {
    for (const file of latest.current.files) void keptFile(file.id).then((content) => content && show(file.id, content));
  }, []);

  return {
    draft,
    urls,
    contentOf,
    change: (part) => put({ ...latest.current, ...part }),
    addFile: async (kind, content) => {
      const id = newKey();
      show(id, content);
      put({ ...latest.current, files: [...latest.current.files, { id, kind }] });
      return keepFile(id, content);
    },
    removeFile: (id) => {
      put({ ...latest.current, files: latest.current.files.filter((file) => file.id !== id) });
      void dropFile(id);
    },
    clear: () => {
      for (const { id } of latest.current.files) void dropFile(id);
      put(EMPTY);
    },
  };
}
