import type { Ref } from 'react';
import { useKitWords } from './words.js';
import './kit.css';

interface FileInput {
  id: string;
  ref?: Ref<HTMLInputElement>;
  accept: string;
  /** The file that is chosen; null where none is. */
  name: string | null;
  onChoose(file: File | undefined): void;
}

/** A file from the device, in the page's words rather than the browser's. */
export function FileInput({ id, ref, accept, name, onChoose }: FileInput) {
  const t = useKitWords();
  return (
    <span className="kit-file">
      <input ref={ref} id={id} type="file" accept={accept} onChange={({ target }) => onChoose(target.files?.[0])} />
      <span className="choose" aria-hidden>{t('chooseFile')}</span>
      <span className="name">{name ?? t('noFile')}</span>
    </span>
  );
}
