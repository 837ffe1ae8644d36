import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chooseLanguage, language, words } from '../words/language.js';
import { keep, kept } from './kept.js';

/** Sets what concerns the whole document: its language, its title, how large the type is. */
export function dress(): void {
  const { documentElement } = document;
  documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  documentElement.classList.toggle('large', kept('large', false));
  document.title = `${words().brand} · ${words().slogan}`;
}

export function Shell({ children, onChange }: { children: ComponentChildren; onChange: () => void }) {
  const text = words();
  const large = kept('large', false);
  const change = (act: () => void) => () => {
    act();
    dress();
    onChange();
  };
  return (
    <>
      <header class="top">
        <a class="brand" href="/t/">
          <i aria-hidden="true" />
          <b>{text.brand}</b>
          <span>{text.slogan}</span>
        </a>
        <button type="button" aria-pressed={large} onClick={change(() => keep('large', large ? null : true))}>
          {large ? text.normalType : text.largeType}
        </button>
        <button type="button" lang={language() === 'zh' ? 'en' : 'zh-CN'} onClick={change(() => chooseLanguage(language() === 'zh' ? 'en' : 'zh'))}>
          {text.otherLanguage}
        </button>
      </header>
      <Offline />
      <main>{children}</main>
    </>
  );
}

function Offline() {
  const isOnline = useOnline();
  return isOnline ? null : (
    <p class="offline" role="status">
      {words().offline}
    </p>
  );
}

export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}
