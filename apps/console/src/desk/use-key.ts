import { useEffect, useRef } from 'react';

const WRITES = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], [role=combobox]';

/** One key for an act, wherever the focus is, but not while somebody writes or chooses. */
export function useKey(key: string, isOn: boolean, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!isOn) return undefined;
    const pressed = (event: KeyboardEvent) => {
      const { target } = event;
      const isWriting = target instanceof Element && target.closest(WRITES) !== null;
      if (event.key.toLowerCase() !== key || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [key, isOn]);
}
