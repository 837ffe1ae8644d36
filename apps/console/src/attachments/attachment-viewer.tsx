import { useState } from 'react';
import { FilePdfOutlined } from '@ant-design/icons';
import { LargeView } from './large-view.js';
import { useAttachmentWords } from './words.js';
import './attachments.css';

export interface ShownAttachment {
  id: string;
  mediaType: string;
  /** Good for some minutes. */
  url: string;
}

interface Viewer {
  attachments: readonly ShownAttachment[];
  /** What they are of, for who cannot see them. */
  label?: string;
  /** A link has run out: whoever asked for them asks again. */
  onExpired?(): void;
}

const isOf = (kind: string) => ({ mediaType }: ShownAttachment) => mediaType.startsWith(`${kind}/`);

/** Pictures as thumbnails that open large, recordings and films to be played, papers to be saved. */
export function AttachmentViewer({ attachments, label, onExpired }: Viewer) {
  const t = useAttachmentWords();
  const [shown, setShown] = useState<number | null>(null);
  const pictures = attachments.filter(isOf('image'));
  const [voices, films] = [attachments.filter(isOf('audio')), attachments.filter(isOf('video'))];
  const papers = attachments.filter((one) => ![pictures, voices, films].some((some) => some.includes(one)));
  if (attachments.length === 0) return null;
  return (
    <div className="attachment-viewer" role="group" aria-label={label ?? t('list')}>
      {pictures.length > 0 && (
        <ul className="thumbs">
          {pictures.map(({ id, url }, index) => (
            <li key={id}>
              <button type="button" aria-label={t('open', { n: index + 1, of: pictures.length })} onClick={() => setShown(index)}>
                <img src={url} alt="" loading="lazy" decoding="async" onError={onExpired} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {voices.map(({ id, url }, index) => <audio key={id} controls preload="metadata" src={url} aria-label={t('voice', { n: index + 1 })} onError={onExpired} />)}
      {films.map(({ id, url }) => <video key={id} controls preload="metadata" src={url} aria-label={t('film')} onError={onExpired} />)}
      {papers.map(({ id, url }) => <a key={id} className="paper" href={url}><FilePdfOutlined aria-hidden /> {t('paper')}</a>)}
      {shown !== null && <LargeView pictures={pictures} at={Math.min(shown, pictures.length - 1)} onMove={setShown} onClose={() => setShown(null)} />}
    </div>
  );
}
