import { useState, type ReactNode } from 'react';
import { Alert, Button, Drawer, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormProblem } from './problem.js';
import './kit.css';

interface FormDrawer<V extends object> {
  title: string;
  send: string;
  initial?: Partial<V>;
  isDanger?: boolean;
  /** What the reader should know before they send. */
  hint?: ReactNode;
  /** The fields, each a `Form.Item` whose name is that of the graph's field. */
  children: ReactNode;
  /** Null where it is done. */
  onSend(values: V): Promise<FormProblem | null>;
  onClose(): void;
}

/** A form beside the page. A refusal is shown at its field, or above them where it has none here; the words stay. */
export function FormDrawer<V extends object>({ title, send, initial, isDanger, hint, children, onSend, onClose }: FormDrawer<V>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<V>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);

  const finish = async (values: V) => {
    setBusy(true);
    setProblem(null);
    const found = await onSend(values);
    setBusy(false);
    if (!found) return;
    const isHere = found.field !== undefined && Object.hasOwn(form.getFieldsValue(), found.field);
    if (!isHere) return setProblem(found);
    form.setFields([{ name: found.field as never, errors: [found.message] }]);
    form.scrollToField(found.field as never);
  };
  return (
    <Drawer open rootClassName="kit-drawer" size={460} title={title} onClose={onClose} closable={{ 'aria-label': t('cancel') }}>
      <Form<V> form={form} layout="vertical" initialValues={initial} onFinish={(values) => void finish(values)} requiredMark={false} scrollToFirstError>
        {hint && <p className="quiet kit-hint">{hint}</p>}
        {problem && <Alert type="warning" showIcon className="kit-alert" title={problem.code === 'VERSION_CONFLICT' ? t('conflict') : problem.message || t('noNetwork')} />}
        {children}
        <footer className="kit-footer">
          <Button type="primary" htmlType="submit" danger={isDanger} loading={isBusy}>{send}</Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </footer>
      </Form>
    </Drawer>
  );
}
