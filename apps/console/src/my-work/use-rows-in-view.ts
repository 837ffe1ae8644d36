import { useCallback, useEffect, useState, type RefObject } from 'react';

/** Rows beyond the window that are drawn too, so that a quick scroll shows none of them empty. */
const BEYOND = 8;

export interface RowsInView {
  from: number;
  to: number;
  /** Brings a row into the window where it is not. */
  reach(index: number): void;
}

/** Which rows of equal height stand in a box that scrolls: however long the list, the page holds only these. */
export function useRowsInView(box: RefObject<HTMLElement | null>, count: number, rowPx: number): RowsInView {
  const [{ from, to }, setRange] = useState({ from: 0, to: 2 * BEYOND });
  const measure = useCallback(() => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const next = { from: Math.max(0, Math.floor(scrollTop / rowPx) - BEYOND), to: Math.ceil((scrollTop + clientHeight) / rowPx) + BEYOND };
    setRange((before) => (before.from === next.from && before.to === next.to ? before : next));
  }, [box, rowPx]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [box, measure, count]);
  const reach = useCallback(
    (index: number) => {
      const element = box.current;
      if (element === null) return;
      const [top, bottom] = [index * rowPx, (index + 1) * rowPx];
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
      measure();
    },
    [box, measure, rowPx],
  );
  return { from: Math.min(from, count), to: Math.min(to, count), reach };
}
