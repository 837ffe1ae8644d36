import { useEffect, useMemo, useState } from 'react';
import { Alert, Button, Form } from 'antd';
import type { Problem } from '../graph/problems.js';
import type { About, ActionName, Values } from './act.types.js';
import { FORMS } from './actions.js';
import { keepDraft, readDraft } from './drafts.js';
import { FieldItem } from './fields/field-item.js';
import { refusedField } from './refused-field.js';
import { whatWasAsked } from './what-was-asked.js';
import { useActionWords } from './words.js';
import './actions.css';

interface FormOfAction {
  /** Under which its words are kept: the id of the task, or the number of the case. */
  subject: string;
  name: ActionName;
  about: About;
  busy: boolean;
  /** Whether the service still offers it; if not, the words stay to be copied. */
  isOffered: boolean;
  problem: Problem | null;
  onCancel(): void;
  onSend(values: Values): void;
}

/** The words and choices of one act. Kept as a draft while it is written; a refusal marks its field and keeps the words. */
export function ActionForm({ subject, name, about, busy, isOffered, problem, onCancel, onSend }: FormOfAction) {
  const t = useActionWords();
  /** Fields that the service has missed so far; once asked for they stay. */
  const [missed, setMissed] = useState<readonly string[]>([]);
  const [marked, mark] = useState(false);
  const [form] = Form.useForm<Values>();
  const { fields: all, seenBy } = FORMS[name];
  const fields = all.filter(({ name: field, onDemand }) => !onDemand || missed.includes(field));
  const draft = useMemo(() => readDraft(subject, name), [subject, name]);
  const asked = about.task && whatWasAsked(about.task.data, t);

  useEffect(() => {
    mark(false);
    const { field } = problem ?? {};
    if (!problem || !field) return;
    if (all.some((one) => one.onDemand && one.name === field) && !missed.includes(field)) {
      setMissed([...missed, field]);
      return;
    }
    const refused = refusedField(field, form.getFieldsError().map((one) => one.name));
    if (refused === undefined) return;
    form.setFields([{ name: refused as never, errors: [problem.message] }]);
    form.scrollToField(refused as never, { block: 'center' });
    mark(true);
  }, [problem, missed, all, form]);

  return (
    <Form
      form={form}
      layout="vertical"
      className={`action-form seen-by-${seenBy ?? 'note'}`}
      initialValues={draft}
      onValuesChange={(_changed, values) => keepDraft(subject, name, values)}
      onFinish={onSend}
      scrollToFirstError={{ block: 'center', focus: true }}
      requiredMark={false}
    >
      {seenBy && <p className="seen-by">{t(`seenBy.${seenBy}`)}</p>}
      {asked && <Alert type="info" title={asked} />}
      {fields.map((field, index) => <FieldItem key={field.name} field={field} about={about} isFirst={index === 0} action={name} />)}
      {!isOffered && <Alert type="warning" showIcon title={t('changed')} />}
      {isOffered && problem && <Alert type="warning" showIcon title={problem.code === 'VERSION_CONFLICT' ? t('conflict') : marked ? t('badly') : problem.message || t('noNetwork')} />}
      <footer>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!isOffered}>{t(`action.${name}`)}</Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </footer>
    </Form>
  );
}
