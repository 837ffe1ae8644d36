import { Alert, App, Button, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { countyOf } from '@yiwang/domain/areas';
import { PATHS_BELOW } from '@yiwang/domain/paths';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from 'urql';
import { DayInput } from '../kit/day-input.js';
import { homeOf } from '../pickers/home.js';
import { UnitPicker } from '../pickers/unit-picker.js';
import { inputOf, OFFERED, type Given } from './given.js';
import { PreviewPanel } from './preview-panel.js';
import { useBeginning } from './use-beginning.js';
import { useInterventionWords } from './words.js';
import './interventions.css';

interface BulkDrawer {
  numbers: string[];
  onClose(): void;
  onStarted(): void;
}

/** Several cases at once: what, with what, why; then what it would do; then it is started, or sent to a second person. */
export function BulkDrawer({ numbers, onClose, onStarted }: BulkDrawer) {
  const t = useInterventionWords();
  const client = useClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const kind = Form.useWatch('kind', form) ?? 'urge';
  const { previewed, problem, isChanged, isBusy, look, begin, change } = useBeginning(({ id, state }, { allowed }) => {
    void message.success(t(state === 'waiting' ? 'sent' : 'started', { n: allowed }));
    onStarted();
    void navigate(`/interventions?id=${id}`);
  });
  const inputFor = async (said: Given) => inputOf(said, numbers, countyOf((await homeOf(client)) ?? '') ?? numbers[0]?.slice(0, 6) ?? '', t('kind.reassign'));
  return (
    <Drawer open rootClassName="kit-drawer" size={560} title={`${t('bulk')} · ${t('selected', { n: numbers.length })}`} onClose={onClose} closable={{ 'aria-label': t('cancel') }}>
      {problem && <Alert type="warning" showIcon className="kit-alert" title={problem.message} />}
      {isChanged && previewed && <Alert type="warning" showIcon className="kit-alert" title={t('changed')} />}
      <div hidden={previewed !== null}>
        <Form<Given> form={form} layout="vertical" initialValues={{ kind: 'urge', unit: 'calendarDays' }} requiredMark={false} onFinish={(said) => look(inputFor(said), said.reason ?? '')}>
          <Form.Item name="kind" label={t('what')} extra={t(`hint.${kind}`)}><Select options={OFFERED.map((value) => ({ value, label: t(`kind.${value}`) }))} /></Form.Item>
          <Parameters kind={kind} />
          <Form.Item name="reason" label={t('why')} extra={t('whyHint')} rules={[{ required: true, whitespace: true, message: t('whyNeeded') }]}><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
          <footer className="kit-footer"><Button type="primary" htmlType="submit" loading={isBusy}>{t('preview')}</Button><Button onClick={onClose}>{t('cancel')}</Button></footer>
        </Form>
      </div>
      {previewed && (
        <>
          <PreviewPanel kind={kind} previewed={previewed} />
          <footer className="kit-footer">
            <Button type="primary" loading={isBusy} disabled={previewed.allowed === 0} onClick={begin}>{t(previewed.needsSecond ? 'ask' : 'start')}</Button>
            <Button onClick={change}>{t('change')}</Button>
          </footer>
        </>
      )}
    </Drawer>
  );
}

/** What a kind needs beside its reason. */
function Parameters({ kind }: { kind: NonNullable<Given['kind']> }) {
  const t = useInterventionWords();
  const { t: shared } = useTranslation();
  const required = [{ required: true, message: t('needed') }];
  if (kind === 'deescalate') return <Form.Item name="path" label={t('path')} rules={required}><Select options={PATHS_BELOW.countyCoordinated.map((value) => ({ value, label: shared(`path.${value}`) }))} /></Form.Item>;
  if (kind === 'pause') return <Form.Item name="reviewOn" label={t('reviewAt')} rules={required}><DayInput /></Form.Item>;
  if (kind === 'reassign') return <Form.Item name="unitCode" label={t('to')} rules={required}><UnitPicker /></Form.Item>;
  if (kind !== 'extend') return null;
  return (
    <div className="bulk-length">
      <Form.Item name="amount" label={t('days')} rules={required}><InputNumber min={1} max={30} precision={0} /></Form.Item>
      <Form.Item name="unit" label={t('by')}><Select options={(['calendarDays', 'workingDays'] as const).map((value) => ({ value, label: t(`unitOf.${value}`) }))} /></Form.Item>
    </div>
  );
}
