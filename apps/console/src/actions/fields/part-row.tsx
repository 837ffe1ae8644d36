import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { AreaPicker } from '../../pickers/area-picker.js';
import { PersonPicker } from '../../pickers/person-picker.js';
import { UnitPicker } from '../../pickers/unit-picker.js';
import type { About } from '../act.types.js';
import { useActionWords } from '../words.js';
import { POSTS } from './choices.js';
import { PositionOf } from './position-of.js';

const MOST_OF_TITLE = 200;

interface PartRow {
  about: About;
  /** Where its values stand: within its list, and in the whole form. */
  name: (string | number)[];
  path: (string | number)[];
  /** Whether the time for it can be said. */
  hasLimit: boolean;
}

/** What is to be done, and by whom: a unit's people, a post somewhere, or one person in one of their positions. */
export function PartRow({ about, name, path, hasLimit }: PartRow) {
  const t = useActionWords();
  const form = Form.useFormInstance();
  const to = Form.useWatch<string | undefined>([...path, 'to'], form);
  const subject = Form.useWatch<string | undefined>([...path, 'subject'], form);
  const required = [{ required: true, message: t('required') }];
  const unit = about.one?.requestLimits?.extension.unit;
  return (
    <div className="part-row">
      <Form.Item className="wide" name={[...name, 'title']} label={t('row.title')} rules={required}><Input maxLength={MOST_OF_TITLE} /></Form.Item>
      <Form.Item className="wide" name={[...name, 'to']} label={t('row.to')} rules={required} initialValue="unit">
        <Radio.Group optionType="button" options={['unit', 'post', 'person'].map((one) => ({ value: one, label: t(`row.${one}`) }))} />
      </Form.Item>
      {to === 'unit' && <Form.Item name={[...name, 'unitCode']} label={t('row.unitCode')} rules={required}><UnitPicker within={about.one?.countyCode} /></Form.Item>}
      {to === 'post' && (
        <>
          <Form.Item name={[...name, 'role']} label={t('row.role')} rules={required}><Select options={POSTS.map((role) => ({ value: role, label: t(`role.${role}`) }))} /></Form.Item>
          <Form.Item name={[...name, 'areaCode']} label={t('row.areaCode')} rules={required}><AreaPicker within={about.one?.countyCode} /></Form.Item>
        </>
      )}
      {to === 'person' && (
        <>
          <Form.Item name={[...name, 'subject']} label={t('row.subject')} rules={required}><PersonPicker /></Form.Item>
          <Form.Item name={[...name, 'position']} label={t('row.position')} rules={required}><PositionOf subject={subject} /></Form.Item>
        </>
      )}
      {hasLimit && unit && (
        <Form.Item name={[...name, 'limit']} label={t('row.limit')}><InputNumber min={1} max={365} suffix={t(`unit.${unit}`)} /></Form.Item>
      )}
    </div>
  );
}
