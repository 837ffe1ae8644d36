import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { Rule } from 'antd/es/form/index.js';
import { AttachmentField, attachmentsReady } from '../../attachments/attachment-field.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import { CasePicker } from '../../pickers/case-picker.js';
import { UnitPicker } from '../../pickers/unit-picker.js';
import { instant } from '../../words/instants.js';
import type { About, Field } from '../act.types.js';
import { useActionWords } from '../words.js';
import { meetingsOf } from './choices.js';
import { PartRow } from './part-row.js';
import { ParticipantRow } from './participant-row.js';
import { PowerChoice } from './power-choice.js';
import { Rows } from './rows.js';
import { blanksOf } from './template.js';
import { TemplateChoice } from './template-choice.js';

const HELPER = 'form-helper';
const MOST_CHARACTERS = 4_000;
const MOST_ROWS = 30;
const MOST_PARTIES = 20;

interface FieldItem {
  field: Field;
  about: About;
  isFirst: boolean;
  /** Under which act it is, for what other tasks it may choose among. */
  action: string;
}

/** One field of a form, or its lines, with its label and what must be there. */
export function FieldItem(props: FieldItem) {
  const { field, about } = props;
  const t = useActionWords();
  const label = t(`fields.${field.label ?? field.name}`) + (field.optional ? t('optional') : '');
  const hasLimit = field.name !== 'lead';
  if (field.kind === 'part') {
    return <fieldset className="rows"><legend>{label}</legend><div className="form-row"><PartRow about={about} name={[field.name]} path={[field.name]} hasLimit={hasLimit} /></div></fieldset>;
  }
  if (field.kind === 'parts') {
    const row = (name: number, path: [string, number]) => <PartRow about={about} name={[name]} path={path} hasLimit={hasLimit} />;
    return <Rows name={field.name} label={label} add={t('row.add')} least={field.optional ? 0 : 1} most={field.most ?? MOST_ROWS} fresh={{ to: 'unit' }} row={row} />;
  }
  if (field.kind === 'participants') {
    return <Rows name={field.name} label={label} add={t('participant.add')} least={1} most={MOST_ROWS} fresh={{ kind: 'unit' }} row={(name, path) => <ParticipantRow about={about} name={name} path={path} />} />;
  }
  if (field.kind === 'parties') {
    const row = (name: number) => <Form.Item name={name} label={t('party.nth', { n: name + 1 })} rules={[{ required: true, message: t('required') }]}><Input maxLength={60} /></Form.Item>;
    return <Rows name={field.name} label={label} add={t('party.add')} least={2} most={MOST_PARTIES} fresh="" row={row} />;
  }
  return <SingleItem {...props} label={label} />;
}

function SingleItem({ field, about, isFirst, action, label }: FieldItem & { label: string }) {
  const t = useActionWords();
  const meetingId = Form.useWatch<string | undefined>('meetingId');
  const { kind, name, optional = false } = field;
  const rules: Rule[] = optional ? [] : [{ required: true, message: t('required') }];
  if (kind === 'files' && !about.isOnTheSpot) rules.push(attachmentsReady());
  if (name === 'answer') rules.push({ validator: (_rule, text?: string) => (blanksOf(text ?? '').length > 0 ? Promise.reject(new Error(t('templates.blank', { what: blanksOf(text ?? '').join('、') }))) : Promise.resolve()) });
  /** It fills other fields in, and is not sent itself. */
  const helps = kind === 'template' || kind === 'power';
  const limit = field.limit?.(about);
  const { one, task } = about;
  const meetings = one ? meetingsOf(one) : [];
  const given = (one?.tasks ?? []).filter((of) => (of.actions as readonly string[]).includes(action));
  const control = {
    text: <Input.TextArea autoFocus={isFirst} autoSize={{ minRows: 3, maxRows: 12 }} maxLength={MOST_CHARACTERS} showCount />,
    line: <Input autoFocus={isFirst} maxLength={200} />,
    number: <InputNumber min={1} max={365} suffix={limit && t(`unit.${limit.unit}`)} />,
    choice: <Radio.Group options={(field.options?.(about) ?? []).map(({ value, label: words }) => ({ value, label: t(words) }))} />,
    moment: <Input type="datetime-local" />,
    day: <Input type="date" />,
    area: <AreaPicker within={task?.areaCode ?? one?.countyCode} />,
    unit: <UnitPicker within={one?.countyCode} />,
    case: <CasePicker within={one?.areaCode.slice(0, 12) ?? ''} except={one?.number} />,
    files: <AttachmentField caseNumber={one?.number} waits={about.isOnTheSpot} onTheSpot={about.isOnTheSpot ? 'asked' : undefined} />,
    template: <TemplateChoice id={HELPER} about={about} />,
    power: <PowerChoice id={HELPER} about={about} />,
    givenTask: <Select options={given.map((of) => ({ value: of.id, label: `${of.title ?? t(`taskKind.${of.kind}`)} · ${of.area.name}` }))} />,
    meeting: <Select options={meetings.map(({ id, place, meetAt }) => ({ value: id, label: `${place} · ${instant(meetAt)}` }))} notFoundContent={t('noMeeting')} />,
    participant: <Select options={(meetings.find(({ id }) => id === meetingId)?.participants ?? []).map((who) => ({ value: who.name, label: who.name }))} />,
  };
  if (kind === 'part' || kind === 'parts' || kind === 'participants' || kind === 'parties') return null;
  const initial = kind === 'meeting' && meetings.length === 1 ? meetings[0]?.id : kind === 'givenTask' && given.length === 1 ? given[0]?.id : undefined;
  return (
    <Form.Item
      name={helps ? undefined : name}
      {...(helps && { htmlFor: HELPER })}
      label={label}
      rules={rules}
      initialValue={field.initial ?? initial}
      extra={limit && t('most', { amount: limit.amount, unit: t(`unit.${limit.unit}`) })}
    >
      {control[kind]}
    </Form.Item>
  );
}
