import { useState } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import type { FormProblem } from '../kit/problem.js';
import { useAct } from '../kit/use-act.js';
import { DISPATCH } from './documents.js';
import type { DeskTask } from './transfer.js';
import { useDeskWords } from './words.js';

/** Why a case is not accepted, in words for the resident. A town's desk asks the county by it. */
export function NotAccept({ task, onDone, onCancel }: { task: DeskTask; onDone(said: string): void; onCancel(): void }) {
  const t = useDeskWords();
  const act = useAct();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const send = async ({ reason }: { reason: string }) => {
    setBusy(true);
    const { data, problem: found } = await act(DISPATCH, { input: { taskId: task.id, version: task.version, notAcceptedReason: reason } });
    setBusy(false);
    setProblem(found);
    if (data) onDone(data.dispatchCase.state === 'completed' ? 'notAccepted' : 'notAcceptedAsked');
  };
  return (
    <Form layout="vertical" requiredMark={false} className="desk-refusal" onFinish={(values: { reason: string }) => void send(values)}>
      <Form.Item name="reason" label={t('notAcceptReason')} extra={t('notAcceptHint')} rules={[{ required: true, whitespace: true, message: t('required') }]}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4_000} showCount />
      </Form.Item>
      {problem && <Alert type="warning" showIcon title={problem.message || t('noNetwork')} />}
      <footer className="line"><Button danger htmlType="submit" loading={isBusy}>{t('notAccept')}</Button><Button onClick={onCancel}>{t('cancel')}</Button></footer>
    </Form>
  );
}
