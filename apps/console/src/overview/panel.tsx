import { useId, type ReactNode } from 'react';

/** One part of the screen under its heading. */
export function Panel({ title, note, className, children }: { title: string; note?: ReactNode; className: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={`ov-panel ${className}`} aria-labelledby={id}>
      <header><h2 id={id}>{title}</h2>{note && <span className="ov-note">{note}</span>}</header>
      {children}
    </section>
  );
}
