import { useState } from 'react';
import { Alert, Button, Input } from 'antd';
import { useClient } from 'urql';
import { graphql } from '../graph/generated/index.js';
import { problemOf, type Problem } from '../graph/problems.js';
import { usePublicationWords } from './publication-words.js';

const PUBLISH = graphql(`mutation PublishCase($input: PublishCaseArguments!) { publishCase(input: $input) { number } }`);
const UNPUBLISH = graphql(`mutation UnpublishCase($input: UnpublishCaseArguments!) { unpublishCase(input: $input) { number } }`);
const MOST_CHARACTERS = 40;

interface Publication {
  number: string;
  /** Under which neighbours see it; null while they do not. */
  title?: string | null;
  sameHere?: number | null;
  mayPublish: boolean;
  onChange(): void;
}

/** Whether neighbours see the matter, under which title, and how many say that it is theirs too. */
export function Publication({ number, title = null, sameHere, mayPublish, onChange }: Publication) {
  const t = usePublicationWords();
  const client = useClient();
  const [draft, write] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (title === null && !mayPublish) return null;
  const send = async (act: 'publish' | 'unpublish') => {
    setBusy(true);
    const { error } = act === 'publish'
      ? await client.mutation(PUBLISH, { input: { number, publicTitle: draft ?? '' } }).toPromise()
      : await client.mutation(UNPUBLISH, { input: { number } }).toPromise();
    setBusy(false);
    setProblem(error ? problemOf(error) : null);
    if (error) return;
    write(null);
    onChange();
  };
  return (
    <section className="publication card">
      <h2>{t('title')}</h2>
      {title === null ? <p className="quiet">{t('hint')}</p> : <p><b>{title}</b></p>}
      {sameHere != null && <p className="quiet">{t('count', { n: sameHere })}</p>}
      {problem && <Alert type="warning" showIcon title={problem.message || t('noNetwork')} />}
      {draft === null ? (
        <p className="line">
          {mayPublish && <Button onClick={() => write(title ?? '')}>{t(title === null ? 'publish' : 'change')}</Button>}
          {title !== null && <Button danger loading={isBusy} onClick={() => void send('unpublish')}>{t('unpublish')}</Button>}
        </p>
      ) : (
        <form onSubmit={(event) => { event.preventDefault(); void send('publish'); }}>
          <label htmlFor="public-title">{t('label')}</label>
          <Input id="public-title" autoFocus maxLength={MOST_CHARACTERS} showCount value={draft} placeholder={t('example')} onChange={({ target }) => write(target.value)} />
          <p className="quiet">{t('labelHint')}</p>
          <p className="line">
            <Button type="primary" htmlType="submit" loading={isBusy} disabled={draft.trim() === ''}>{t('send')}</Button>
            <Button onClick={() => write(null)}>{t('cancel')}</Button>
          </p>
        </form>
      )}
    </section>
  );
}
