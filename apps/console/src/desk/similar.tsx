import { useState } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import { SIMILAR_DAYS } from '@yiwang/domain/similar';
import { Link } from 'react-router';
import type { FormProblem } from '../kit/problem.js';
import { useAct } from '../kit/use-act.js';
import { instant } from '../words/instants.js';
import { language } from '../words/index.js';
import { MERGE } from './documents.js';
import type { DeskCase } from './transfer.js';
import { useDeskWords } from './words.js';

type Found = NonNullable<DeskCase['similar']>[number];

/** Open cases nearby that may report the same; one of them can take this one in, in place. */
export function Similar({ one, onMerged }: { one: DeskCase; onMerged(into: string): void }) {
  const t = useDeskWords();
  const [joining, setJoining] = useState<string | null>(null);
  const found = one.similar ?? [];
  const mayMerge = one.actions?.includes('merge') ?? false;
  return (
    <section className="card desk-similar" aria-labelledby="desk-similar">
      <h3 id="desk-similar">{t('similar')}</h3>
      {found.length === 0 && <p className="quiet">{t('noSimilar', { days: SIMILAR_DAYS })}</p>}
      <ul>
        {found.map((other) => {
          const { number, title, text, stage, receivedAt, area } = other.case;
          return (
            <li key={number}>
              <p className="line quiet"><b>{other[language()]}</b><span>{area.name}</span><span>{t(`stage.${stage}`)}</span><time dateTime={receivedAt}>{instant(receivedAt)}</time></p>
              <p className="words">{title ?? text}</p>
              <p className="line"><Link to={`/cases/${number}`}>{number}</Link>{mayMerge && joining !== number && <Button size="small" onClick={() => setJoining(number)}>{t('merge')}</Button>}</p>
              {joining === number && <MergeForm one={one} other={other} onMerged={onMerged} onCancel={() => setJoining(null)} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function MergeForm({ one, other, onMerged, onCancel }: { one: DeskCase; other: Found; onMerged(into: string): void; onCancel(): void }) {
  const t = useDeskWords();
  const act = useAct();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const into = other.case.number;
  const send = async ({ reason }: { reason: string }) => {
    setBusy(true);
    const { problem: found } = await act(MERGE, { input: { number: one.number, into, reason } });
    setBusy(false);
    setProblem(found);
    if (!found) onMerged(into);
  };
  return (
    <Form layout="vertical" requiredMark={false} initialValues={{ reason: t('mergeDefault', { why: other[language()] }) }} onFinish={(values: { reason: string }) => void send(values)}>
      <Form.Item name="reason" label={t('mergeReason')} extra={t('seenBy.reason')} rules={[{ required: true, whitespace: true, message: t('required') }]}><Input autoFocus /></Form.Item>
      {problem && <Alert type="warning" showIcon title={problem.message || t('noNetwork')} />}
      <footer className="line"><Button type="primary" htmlType="submit" loading={isBusy}>{t('merge')}</Button><Button onClick={onCancel}>{t('cancel')}</Button></footer>
    </Form>
  );
}
