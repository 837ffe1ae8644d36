import { lazy, Suspense, useState } from 'react';
import { Button, Skeleton } from 'antd';
import { useCaseWords } from './words.js';

const Engine = lazy(async () => ({ default: (await import('../engine/engine.js')).Engine }));

/** The case inside the engine: loaded when somebody looks. */
export function EngineCard({ number, mayReachInto }: { number: string; mayReachInto: boolean }) {
  const t = useCaseWords();
  const [isOpen, open] = useState(false);
  return (
    <section className="engine card">
      <h2>{t('engine.title')}</h2>
      {isOpen ? <Suspense fallback={<Skeleton active paragraph={{ rows: 4 }} />}><Engine number={number} mayReachInto={mayReachInto} /></Suspense> : <Button size="small" onClick={() => open(true)}>{t('engine.open')}</Button>}
    </section>
  );
}
