import { useState } from 'react';
import { Alert, Button, Form, Input, Radio } from 'antd';
import type { FormProblem } from '../kit/problem.js';
import { useAct } from '../kit/use-act.js';
import { ANSWER_REFERRAL } from './documents.js';
import type { ReferralOutcome } from './generated/graphql.js';
import type { DeskTask } from './transfer.js';
import { useDeskWords } from './words.js';

interface Answer {
  outcome: ReferralOutcome;
  text: string;
}

/** What the city does with a case that was referred to it: back to the county with an opinion, or answered. */
export function Referral({ task, onDone }: { task: DeskTask; onDone(): void }) {
  const t = useDeskWords();
  const act = useAct();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ReferralOutcome>('returned');
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const send = async (answer: Answer) => {
    setBusy(true);
    const { problem: found } = await act(ANSWER_REFERRAL, { input: { taskId: task.id, version: task.version, ...answer } });
    setBusy(false);
    setProblem(found);
    if (!found) onDone();
  };
  return (
    <section className="card" aria-labelledby="desk-referral">
      <h3 id="desk-referral">{t('referral')}</h3>
      <Form<Answer> layout="vertical" requiredMark={false} initialValues={{ outcome: 'returned' }} onValuesChange={(_changed, all) => setOutcome(all.outcome)} onFinish={(answer) => void send(answer)}>
        <Form.Item name="outcome"><Radio.Group aria-labelledby="desk-referral" options={[{ value: 'returned', label: t('returned') }, { value: 'answered', label: t('answered') }]} /></Form.Item>
        <Form.Item name="text" label={t(outcome === 'answered' ? 'answerText' : 'opinion')} extra={t('seenBy.answer')} rules={[{ required: true, whitespace: true, message: t('required') }]}><Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4_000} showCount /></Form.Item>
        {problem && <Alert type="warning" showIcon title={problem.message || t('noNetwork')} />}
        <Button type="primary" size="large" htmlType="submit" loading={isBusy}>{t(outcome)}</Button>
      </Form>
    </section>
  );
}
