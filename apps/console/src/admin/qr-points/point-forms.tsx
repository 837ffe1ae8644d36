import { App, Form, Input } from 'antd';
import { levelOf } from '@yiwang/domain/areas';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../kit/form-drawer.js';
import { useAct } from '../../kit/use-act.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { GENERATE, PUT } from './documents.js';
import type { PointShown } from './qr-points.page.js';
import { useQrWords } from './words.js';

interface PointFormProps {
  onClose(): void;
  onDone(): void;
}

export function GeneratePoints({ under, onClose, onDone }: PointFormProps & { under: string }) {
  const t = useQrWords();
  const { t: shared } = useTranslation();
  const { county } = useScope();
  const { message } = App.useApp();
  const act = useAct();
  const send = async ({ villageCode }: { villageCode: string }) => {
    const { data, problem } = await act(GENERATE, { villageCode });
    if (problem) return problem;
    const n = data.generateQrPoints;
    void message.success(n === 0 ? t('generated_zero') : t('generated', { n }));
    onDone();
    return null;
  };
  return (
    <FormDrawer<{ villageCode: string }> title={t('generate')} send={t('generate')} hint={t('generateHint')} initial={levelOf(under) === 'village' ? { villageCode: under } : {}} onSend={send} onClose={onClose}>
      <Form.Item name="villageCode" label={t('village')} rules={[{ required: true, message: shared('required') }]}><AreaPicker within={county.code} levels={['village']} /></Form.Item>
    </FormDrawer>
  );
}

export function PointForm({ point, onClose, onDone }: PointFormProps & { point: PointShown | null }) {
  const t = useQrWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const { county } = useScope();
  const { message } = App.useApp();
  const act = useAct();
  const rules = [{ required: true, message: shared('required') }];
  const send = async ({ code, areaCode, label }: { code: string; areaCode: string; label: string }) => {
    const where = point ? { latitude: point.latitude ?? null, longitude: point.longitude ?? null } : {};
    const { problem } = await act(PUT, { input: { code: point?.code ?? code, areaCode, label, ...where } });
    if (problem) return problem;
    void message.success(t('saved'));
    onDone();
    return null;
  };
  return (
    <FormDrawer<{ code: string; areaCode: string; label: string }> title={point ? `${t('change')} · ${point.code}` : t('newPoint')} send={admin('save')} initial={point ?? {}} onSend={send} onClose={onClose}>
      {!point && <Form.Item name="code" label={t('columns.code')} rules={rules} extra={t('codeHint')}><Input maxLength={64} autoComplete="off" /></Form.Item>}
      <Form.Item name="areaCode" label={t('grid')} rules={rules}><AreaPicker within={county.code} levels={['grid']} /></Form.Item>
      <Form.Item name="label" label={t('label')} rules={rules}><Input maxLength={100} /></Form.Item>
    </FormDrawer>
  );
}
