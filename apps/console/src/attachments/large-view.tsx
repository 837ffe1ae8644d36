import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useAttachmentWords } from './words.js';

interface Large {
  pictures: readonly { id: string; url: string }[];
  at: number;
  onMove(at: number): void;
  onClose(): void;
}

const SWIPE_PX = 48;

/** One picture over the whole window: arrow keys or a swipe go on, Escape closes, a tap shows it in its own size. */
export function LargeView({ pictures, at, onMove, onClose }: Large) {
  const t = useAttachmentWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [zoomed, setZoomed] = useState(false);
  const begun = useRef(0);
  // The browser's own dialog keeps the focus inside and gives it back.
  useEffect(() => dialog.current?.showModal(), []);

  const go = (to: number) => {
    if (to < 0 || to >= pictures.length) return;
    setZoomed(false);
    onMove(to);
  };
  const onKey = ({ key }: KeyboardEvent) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: pictures.length - 1 }[key];
    if (to !== undefined) go(to);
  };
  const onSwipe = (toX: number) => {
    const by = toX - begun.current;
    if (!zoomed && Math.abs(by) > SWIPE_PX) go(by < 0 ? at + 1 : at - 1);
  };
  const picture = pictures[at];
  const several = pictures.length > 1;
  return (
    <dialog ref={dialog} className="large-view" aria-label={t('large')} onClose={onClose} onKeyDown={onKey}>
      <header>
        <span aria-live="polite">{several && t('counter', { n: at + 1, of: pictures.length })}</span>
        <button type="button" aria-label={t('close')} onClick={() => dialog.current?.close()}><CloseOutlined aria-hidden /></button>
      </header>
      <button
        type="button"
        className={zoomed ? 'picture zoomed' : 'picture'}
        aria-label={t('actualSize')}
        onClick={() => setZoomed(!zoomed)}
        onTouchStart={({ touches }) => (begun.current = touches[0]?.clientX ?? 0)}
        onTouchEnd={({ changedTouches }) => onSwipe(changedTouches[0]?.clientX ?? 0)}
      >
        <img src={picture?.url} alt={t('picture', { n: at + 1 })} />
      </button>
      {several && (
        <footer>
          <button type="button" aria-label={t('previous')} disabled={at === 0} onClick={() => go(at - 1)}><LeftOutlined aria-hidden /></button>
          <button type="button" aria-label={t('next')} disabled={at === pictures.length - 1} onClick={() => go(at + 1)}><RightOutlined aria-hidden /></button>
        </footer>
      )}
    </dialog>
  );
}
