import { useState } from 'react';
import { Button } from 'antd';
import { useQuery } from 'urql';
import { ShownOnce } from '../../kit/shown-once.js';
import { AnswerStates, Nothing } from '../../kit/states.js';
import { instant } from '../../words/instants.js';
import type { AdminClientsQuery } from '../generated/graphql.js';
import { ClientForm } from './client-form.js';
import { ClientTable } from './client-table.js';
import { ClientUse } from './client-use.js';
import { CLIENTS } from './documents.js';
import { useClientWords } from './words.js';

export type ClientShown = AdminClientsQuery['clients'][number];
export interface NewKey {
  name: string;
  secret: string;
  previousUntil?: string | null;
}

/** 外部系统: who may start cases from outside, with keys and quotas. */
export function ClientsPage() {
  const t = useClientWords();
  const [answer, ask] = useQuery({ query: CLIENTS });
  const [open, setOpen] = useState<{ form: 'new' } | { form: 'change' | 'use'; client: ClientShown } | null>(null);
  const [key, setKey] = useState<NewKey | null>(null);
  const again = () => ask({ requestPolicy: 'network-only' });
  const done = (made?: NewKey) => {
    setOpen(null);
    if (made) setKey(made);
    again();
  };
  return (
    <>
      <header className="admin-head">
        <h1>{t('title')}</h1>
        <Button type="primary" className="push" onClick={() => setOpen({ form: 'new' })}>{t('newClient')}</Button>
      </header>
      <section className="admin-card">
        <AnswerStates answer={answer} onRetry={again}>
          {({ clients }) => (clients.length === 0 ? <Nothing title={t('nothing')}>{t('nothingText')}</Nothing> : <ClientTable clients={clients} onAct={(form, client) => setOpen({ form, client })} onKey={(made) => done(made)} onChange={again} />)}
        </AnswerStates>
      </section>
      {open?.form === 'new' && <ClientForm client={null} onClose={() => setOpen(null)} onDone={done} />}
      {open?.form === 'change' && <ClientForm client={open.client} onClose={() => setOpen(null)} onDone={done} />}
      {open?.form === 'use' && <ClientUse client={open.client} onClose={() => setOpen(null)} />}
      {key && <ShownOnce title={t('keyTitle', { name: key.name })} hint={[t('keyHint'), key.previousUntil && t('grace', { at: instant(key.previousUntil) })].filter(Boolean).join(' ')} secret={key.secret} onClose={() => setKey(null)} />}
    </>
  );
}
