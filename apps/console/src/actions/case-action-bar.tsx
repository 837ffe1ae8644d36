import { useState } from 'react';
import type { ActionCase } from './act.types.js';
import { ActionButtons } from './action-buttons.js';
import { actsOnCase } from './actions.js';
import { useActionWords } from './words.js';

/** What can be done with a case beside one's own tasks of it: from above, or with what one gave to others. */
export function CaseActionBar({ case: one, onChange }: { case: ActionCase; onChange(): void }) {
  const t = useActionWords();
  const [action, act] = useState<string | null>(null);
  const names = actsOnCase(one);
  if (names.length === 0 && action === null) return null;
  return (
    <section className="actions on-case" aria-label={t('onCase')}>
      <p className="quiet">{t('onCase')}</p>
      <ActionButtons names={names} about={{ one }} subject={one.number} action={action} hasMain={false} onAction={act} onChange={onChange} />
    </section>
  );
}
