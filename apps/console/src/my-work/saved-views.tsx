import { useState } from 'react';
import { Alert, Button, Checkbox, Input, Popover } from 'antd';
import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { useClient, useQuery } from 'urql';
import { graphql } from '../graph/generated/index.js';
import { problemOf } from '../graph/problems.js';
import { useMyWorkWords } from './words.js';
import './saved-views.css';

const VIEWS = graphql(`query SavedViews($page: String!) { savedViews(page: $page) { id name query sharedWithUnit mine } }`);
const SAVE = graphql(`mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { id } }`);
const REMOVE = graphql(`mutation RemoveView($id: ID!) { removeView(id: $id) }`);

interface Views {
  page: 'my-work' | 'cases' | 'stuck';
  /** Of the address, as it is now. */
  query: string;
  onOpen(query: string): void;
}

/** Filters under a name: one's own, and those that colleagues of the unit share. */
export function SavedViews({ page, query, onOpen }: Views) {
  const t = useMyWorkWords();
  const client = useClient();
  const [isOpen, open] = useState(false);
  const [{ data }, ask] = useQuery({ query: VIEWS, variables: { page }, pause: !isOpen });
  const [name, setName] = useState('');
  const [isShared, share] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const views = data?.savedViews ?? [];

  const change = async (asked: ReturnType<typeof client.mutation>) => {
    const { error } = await asked.toPromise();
    setProblem(error ? problemOf(error).message || t('noNetwork') : null);
    if (!error) ask({ requestPolicy: 'network-only' });
    return !error;
  };
  const save = async () => {
    const isSaved = await change(client.mutation(SAVE, { input: { page, name, query, sharedWithUnit: isShared } }) as never);
    if (isSaved) setName('');
  };
  const content = (
    <div className="saved-views">
      {views.length === 0 && <p className="quiet">{t('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className="view"
              aria-current={view.query === query}
              onClick={() => {
                open(false);
                onOpen(view.query);
              }}
            >
              {view.name}{view.sharedWithUnit && <span className="quiet">{t(view.mine ? 'views.shared' : 'views.fromUnit')}</span>}
            </button>
            {view.mine && <Button type="text" size="small" aria-label={t('views.remove', { name: view.name })} icon={<DeleteOutlined aria-hidden />} onClick={() => void change(client.mutation(REMOVE, { id: view.id }) as never)} />}
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Input aria-label={t('views.name')} placeholder={t('views.name')} maxLength={40} value={name} onChange={({ target }) => setName(target.value)} />
        <Checkbox checked={isShared} onChange={({ target }) => share(target.checked)}>{t('views.share')}</Checkbox>
        {problem && <Alert type="warning" showIcon title={problem} />}
        <Button htmlType="submit" disabled={name.trim() === ''}>{t('views.save')}</Button>
      </form>
    </div>
  );
  return (
    <Popover open={isOpen} onOpenChange={open} trigger="click" placement="bottomRight" content={content} title={t('views.title')}>
      <Button icon={<StarOutlined aria-hidden />} aria-expanded={isOpen}>{t('views.title')}</Button>
    </Popover>
  );
}
