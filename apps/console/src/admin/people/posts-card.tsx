import { useState } from 'react';
import { Button, Checkbox, Tag } from 'antd';
import { DataTable } from '../../kit/data-table.js';
import { dayOf, lastDayOf, sayDay } from '../../kit/days.js';
import { Nothing } from '../../kit/states.js';
import { useAdminWords } from '../words.js';
import type { PersonShown } from './person-forms.js';
import { Appoint, EndPost, MovePost } from './post-forms.js';
import { usePeopleWords } from './words.js';

export type Post = PersonShown['positions'][number];
const TONES = { now: 'green', coming: 'blue', past: undefined } as const;

function termOf({ validFrom, validTo }: Post): keyof typeof TONES {
  const now = Date.now();
  if (validTo && Date.parse(validTo) <= now) return 'past';
  return Date.parse(validFrom) > now ? 'coming' : 'now';
}

/** What somebody is appointed to, with the days; what has ended is shown when it is asked for. */
export function PostsCard({ person, onChange }: { person: PersonShown; onChange(): void }) {
  const t = usePeopleWords();
  const admin = useAdminWords();
  const [withPast, setWithPast] = useState(false);
  const [open, setOpen] = useState<{ form: 'appoint' } | { form: 'end' | 'move'; post: Post } | null>(null);
  const posts = person.positions.filter((post) => withPast || termOf(post) !== 'past');
  const nameOf = ({ role, area }: Post) => `${area.name} · ${t(`role.${role}`)}`;
  const done = () => {
    setOpen(null);
    onChange();
  };
  const close = () => setOpen(null);
  return (
    <section className="admin-card" aria-labelledby="posts">
      <header>
        <h2 id="posts">{t('posts')}</h2>
        <Checkbox checked={withPast} onChange={({ target }) => setWithPast(target.checked)}>{t('showPast')}</Checkbox>
        <Button className="push" type="primary" onClick={() => setOpen({ form: 'appoint' })}>{t('appoint')}</Button>
      </header>
      {posts.length === 0 ? (
        <Nothing title={t('noPosts')}>{t('noPostsText')}</Nothing>
      ) : (
        <DataTable
          label={t('posts')}
          rows={posts}
          keyOf={({ id }) => id}
          isPast={(post) => termOf(post) === 'past'}
          columns={[
            { key: 'role', title: t('role'), cell: (post) => <>{nameOf(post)} {post.readOnly && <Tag>{t('readOnly')}</Tag>}</> },
            { key: 'unit', title: t('unit'), cell: ({ unit }) => unit?.name ?? '' },
            { key: 'term', title: t('term'), cell: ({ validFrom, validTo }) => `${sayDay(dayOf(validFrom))} – ${validTo ? sayDay(lastDayOf(validTo)) : t('longTerm')}` },
            { key: 'state', title: admin('state'), cell: (post) => <Tag color={TONES[termOf(post)]}>{t(termOf(post))}</Tag> },
            {
              key: 'acts',
              title: admin('actions'),
              cell: (post) =>
                termOf(post) !== 'past' && (
                  <span className="row-acts">
                    <Button type="link" aria-label={`${t('move')} ${nameOf(post)}`} onClick={() => setOpen({ form: 'move', post })}>{t('move')}</Button>
                    <Button type="link" danger aria-label={`${t('end')} ${nameOf(post)}`} onClick={() => setOpen({ form: 'end', post })}>{t('end')}</Button>
                  </span>
                ),
            },
          ]}
        />
      )}
      {open?.form === 'appoint' && <Appoint personId={person.id} onClose={close} onDone={done} />}
      {open?.form === 'end' && <EndPost post={open.post} name={nameOf(open.post)} onClose={close} onDone={done} />}
      {open?.form === 'move' && <MovePost post={open.post} name={nameOf(open.post)} onClose={close} onDone={done} />}
    </section>
  );
}
