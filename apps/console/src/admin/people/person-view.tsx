import { useState } from 'react';
import { App, Button, Tag } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ShownOnce } from '../../kit/shown-once.js';
import { AnswerStates, Nothing } from '../../kit/states.js';
import { useActSaid } from '../../kit/use-act.js';
import { instant } from '../../words/instants.js';
import { useAdminWords } from '../words.js';
import { AbsencesCard } from './absences-card.js';
import { DeputiesCard } from './deputies-card.js';
import { PASSWORD, PERSON, RESUME } from './documents.js';
import { ChangePerson, SuspendPerson, type PersonShown } from './person-forms.js';
import { PostsCard } from './posts-card.js';
import { usePeopleWords } from './words.js';

export function PersonView() {
  const t = usePeopleWords();
  const admin = useAdminWords();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [answer, ask] = useQuery({ query: PERSON, variables: { id } });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <>
      <Button type="text" className="admin-back" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => void navigate(-1)}>{admin('back')}</Button>
      <AnswerStates answer={answer} onRetry={again}>
        {({ person }) => (person ? <Person person={person} onChange={again} /> : <Nothing title={t('unknown')}>{t('unknownText')}</Nothing>)}
      </AnswerStates>
    </>
  );
}

function Person({ person, onChange }: { person: PersonShown; onChange(): void }) {
  const t = usePeopleWords();
  const admin = useAdminWords();
  const { modal } = App.useApp();
  const say = useActSaid();
  const [open, setOpen] = useState<'change' | 'suspend' | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const { id, name, username, phone, state, suspendedAt, suspendedReason } = person;
  const done = () => {
    setOpen(null);
    onChange();
  };
  const issue = () =>
    void modal.confirm({
      title: t('passwordAsk'),
      content: t('passwordText', { name }),
      okText: t('password'),
      onOk: async () => setPassword((await say(PASSWORD, { id }, t('password')))?.issuePassword ?? null),
    });
  const resume = async () => {
    if (await say(RESUME, { id }, t('resumed'))) onChange();
  };

  return (
    <>
      <header className="admin-head">
        <h1>{name}</h1>
        <Tag color={state === 'active' ? 'green' : 'red'}>{t(`state.${state}`)}</Tag>
        <span className="push row-acts person-acts">
          <Button onClick={() => setOpen('change')}>{admin('change')}</Button>
          <Button onClick={issue}>{t('password')}</Button>
          {state === 'active' ? <Button danger onClick={() => setOpen('suspend')}>{t('suspend')}</Button> : <Button type="primary" onClick={() => void resume()}>{t('resume')}</Button>}
        </span>
      </header>
      <section className="admin-card">
        <dl className="admin-facts">
          <div><dt>{t('columns.username')}</dt><dd>{username}</dd></div>
          <div><dt>{t('columns.phone')}</dt><dd>{phone ?? admin('none')}</dd></div>
          {suspendedAt && <div><dt>{admin('state')}</dt><dd>{t('suspendedAt', { at: instant(suspendedAt), reason: suspendedReason ?? '' })}</dd></div>}
          <div><dt>{admin('pages.audit')}</dt><dd><Link to={`/admin/audit?targetType=person&targetId=${id}&service=identity`}>{t('audit')}</Link></dd></div>
        </dl>
      </section>
      <PostsCard person={person} onChange={onChange} />
      <AbsencesCard person={person} onChange={onChange} />
      <DeputiesCard person={person} onChange={onChange} />
      {open === 'change' && <ChangePerson person={person} onClose={() => setOpen(null)} onDone={done} />}
      {open === 'suspend' && <SuspendPerson person={person} onClose={() => setOpen(null)} onDone={done} />}
      {password !== null && <ShownOnce title={t('passwordTitle', { name })} hint={t('passwordHint')} secret={password} onClose={() => setPassword(null)} />}
    </>
  );
}
