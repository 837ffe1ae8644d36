import type { ReactNode } from 'react';
import { Alert, App, Button, Drawer, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import type { InterventionInput } from '../interventions/generated/graphql.js';
import { useBeginning } from '../interventions/use-beginning.js';
import { useEngineWords } from './words.js';
import '../kit/kit.css';

interface LastResort {
  title: string;
  number: string;
  hint: string;
  /** Who reads the reason. */
  whyHint: string;
  /** What happens, said once more before it is sent. */
  effects: readonly string[];
  isReady: boolean;
  /** As the graph takes it, with what was chosen. */
  asked: Omit<InterventionInput, 'numbers'>;
  children?: ReactNode;
  onClose(): void;
}

/** What is done to the engine itself: a reason, then what would happen, then it waits for a second person, whom nobody is for themselves. */
export function LastResort({ title, number, hint, whyHint, effects, isReady, asked, children, onClose }: LastResort) {
  const t = useEngineWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { previewed, problem, isChanged, isBusy, look, begin, change } = useBeginning(({ id }) => {
    void message.success(t('resort.sent'));
    void navigate(`/interventions?id=${id}`);
  });
  const refusal = previewed?.cases.find(({ code }) => code != null)?.message;
  return (
    <Drawer open rootClassName="kit-drawer engine-resort" size={520} title={title} onClose={onClose} closable={{ 'aria-label': t('cancel') }}>
      {problem && <Alert type="warning" showIcon className="kit-alert" title={problem.message || t('away')} />}
      {isChanged && previewed && <Alert type="warning" showIcon className="kit-alert" title={t('resort.changed')} />}
      <div hidden={previewed !== null}>
        <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={({ reason }) => look({ ...asked, numbers: [number] }, reason)}>
          <p className="quiet kit-hint">{hint}</p>
          {children}
          <Form.Item name="reason" label={t('resort.why')} extra={whyHint} rules={[{ required: true, whitespace: true, message: t('resort.whyNeeded') }]}><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
          <footer className="kit-footer"><Button type="primary" htmlType="submit" disabled={!isReady} loading={isBusy}>{t('resort.preview')}</Button><Button onClick={onClose}>{t('cancel')}</Button></footer>
        </Form>
      </div>
      {previewed && (
        <section aria-label={t('resort.preview')}>
          {refusal ? <Alert type="warning" showIcon className="kit-alert" title={refusal} /> : <Alert type="info" showIcon className="kit-alert" title={t('resort.second')} />}
          <ul className="effects">{effects.map((effect) => <li key={effect}>{effect}</li>)}</ul>
          <p className="reason">{previewed.reason}</p>
          <footer className="kit-footer">
            <Button type="primary" danger disabled={previewed.allowed === 0} loading={isBusy} onClick={begin}>{t('resort.ask')}</Button>
            <Button onClick={change}>{t('resort.change')}</Button>
          </footer>
        </section>
      )}
    </Drawer>
  );
}
