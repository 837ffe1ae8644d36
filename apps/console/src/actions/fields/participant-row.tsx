import { Form, Input, Select } from 'antd';
import { AreaPicker } from '../../pickers/area-picker.js';
import { UnitPicker } from '../../pickers/unit-picker.js';
import type { About } from '../act.types.js';
import { useActionWords } from '../words.js';

const KINDS = ['unit', 'resident', 'company', 'volunteer'];
const MOST_OF_NAME = 60;

/** Who is summoned: a unit by choosing it, others by what they are called and where they are. */
export function ParticipantRow({ about, name, path }: { about: About; name: number; path: [string, number] }) {
  const t = useActionWords();
  const form = Form.useFormInstance();
  const kind = Form.useWatch<string | undefined>([...path, 'kind'], form);
  const required = [{ required: true, message: t('required') }];
  return (
    <div className="part-row">
      <Form.Item name={[name, 'kind']} label={t('participant.kind')} rules={required}>
        <Select options={KINDS.map((one) => ({ value: one, label: t(`participant.${one}`) }))} />
      </Form.Item>
      {kind === 'unit' && (
        <Form.Item name={[name, 'unitCode']} label={t('row.unitCode')} rules={required}>
          <UnitPicker within={about.one?.countyCode} onChoose={([unit]) => unit && form.setFieldValue([...path, 'name'], unit.label.split(' · ')[0])} />
        </Form.Item>
      )}
      <Form.Item name={[name, 'name']} label={t('participant.name')} rules={required}><Input maxLength={MOST_OF_NAME} /></Form.Item>
      {kind !== 'unit' && (
        <Form.Item name={[name, 'areaCode']} label={t('participant.areaCode')} initialValue={about.one?.areaCode}><AreaPicker within={about.one?.countyCode} /></Form.Item>
      )}
    </div>
  );
}
