import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { APPROVAL_KINDS, CASE_CLASSES, CHANNELS, PATHS, type Path } from '@yiwang/domain/paths';
import { LadderFields } from './ladder-fields.js';
import { LimitInput } from './limit-input.js';
import { usePolicyWords } from './words.js';

const COMMON = ['response', 'callBack.limit', 'desk.town', 'desk.county', 'orderFeedback', 'pause.mostForResident', 'pause.automaticUpTo', 'approvals.patience'] as const;
const NUMBERS = { 'suspension.mostDays': [1, 90], 'returns.bindingAfter': [1, 9], 'rating.windowDays': [1, 90], 'rounds.most': [1, 9], 'retention.personalYears': [1, 10], 'interventions.secondPersonAbove': [0, 200] } as const;
const APPROVERS = ['town', 'county', 'city'] as const;
const SHARES = ['marks.half', 'marks.yellow'] as const;
const OF_PATH = ['accept', 'resolution', 'part', 'extension.most', 'extension.automaticUpTo', 'grace'] as const;

const LimitField = ({ name, label }: { name: string[]; label: string }) => <Form.Item name={name} label={label}><LimitInput label={label} /></Form.Item>;

/** What holds whatever the path. */
export function CommonRules() {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  return (
    <>
      <div className="policy-fields">
        {COMMON.map((rule) => <LimitField key={rule} name={rule.split('.')} label={t(`rule.${rule}`)} />)}
        <Form.Item name={['callBack', 'channels']} label={t('rule.callBack.channels')}>
          <Select mode="multiple" placeholder={t('none')} options={CHANNELS.map((one) => ({ value: one, label: shared(`channel.${one}`) }))} />
        </Form.Item>
        {SHARES.map((rule) => <Form.Item key={rule} name={rule.split('.')} label={t(`rule.${rule}`)}><InputNumber min={0.05} max={0.95} step={0.05} style={{ width: '100%' }} /></Form.Item>)}
        {(Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]).map((rule) => (
          <Form.Item key={rule} name={rule.split('.')} label={t(`rule.${rule}`)}><InputNumber min={NUMBERS[rule][0]} max={NUMBERS[rule][1]} precision={0} style={{ width: '100%' }} /></Form.Item>
        ))}
      </div>
      <h3>{t('rule.approvals.fixed')}</h3>
      <p className="quiet">{t('fixedHint')}</p>
      <div className="policy-fields">
        {APPROVAL_KINDS.map((kind) => (
          <Form.Item key={kind} name={['approvals', 'fixed', kind]} label={t(`approval.${kind}`)}>
            <Select allowClear placeholder={t('oneUp')} options={APPROVERS.map((value) => ({ value, label: t(`tier.${value}`) }))} />
          </Form.Item>
        ))}
      </div>
    </>
  );
}

/** One path: its limits, where it goes from here, and who has it in turn. */
export function PathFields({ path }: { path: Path }) {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  const up = [...PATHS.filter((one) => one !== path).map((one) => ({ value: one as string, label: shared(`path.${one}`) })), { value: 'city', label: t('city') }];
  return (
    <>
      <div className="policy-fields">
        {OF_PATH.map((rule) => <LimitField key={rule} name={['paths', path, ...rule.split('.')]} label={t(`rule.${rule}`)} />)}
        <Form.Item name={['paths', path, 'up']} label={t('rule.up')}><Select options={up} /></Form.Item>
        <Form.Item name={['paths', path, 'nextRound']} label={t('rule.nextRound')}><Select options={(['samePath', 'up'] as const).map((value) => ({ value, label: t(`nextRound.${value}`) }))} /></Form.Item>
        <Form.Item name={['paths', path, 'verifyClasses']} label={t('rule.verifyClasses')}>
          <Select mode="multiple" placeholder={t('none')} options={CASE_CLASSES.map((value) => ({ value, label: t(`caseClass.${value}`) }))} />
        </Form.Item>
      </div>
      <h3>{t('rule.ladder')}</h3>
      <LadderFields path={path} />
    </>
  );
}

/** Which class takes which path, and which category is of which class. */
export function RoutingRules() {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  const classes = CASE_CLASSES.map((value) => ({ value, label: t(`caseClass.${value}`) }));
  return (
    <>
      <h3>{t('rule.byClass')}</h3>
      <div className="policy-fields">
        {CASE_CLASSES.map((one) => (
          <Form.Item key={one} name={['routing', 'byClass', one]} label={t(`caseClass.${one}`)}>
            <Select options={PATHS.map((value) => ({ value, label: shared(`path.${value}`) }))} />
          </Form.Item>
        ))}
      </div>
      <h3>{t('rule.byCategory')}</h3>
      <p className="quiet">{t('byCategoryHint')}</p>
      <Form.List name={['routing', 'byCategory']}>
        {(rows, { add, remove }) => (
          <div className="policy-rows">
            {rows.length === 0 && <p>{t('noCategories')}</p>}
            {rows.map(({ key, name }) => (
              <div key={key} className="policy-row">
                <Form.Item name={[name, 'prefix']} noStyle><Input aria-label={t('category')} placeholder={t('category')} maxLength={64} /></Form.Item>
                <Form.Item name={[name, 'caseClass']} noStyle><Select aria-label={t('rule.byCategory')} options={classes} /></Form.Item>
                <Button type="link" danger onClick={() => remove(name)}>{t('remove')}</Button>
              </div>
            ))}
            <Button onClick={() => add({ prefix: '', caseClass: 'general' })}>{t('addCategory')}</Button>
          </div>
        )}
      </Form.List>
    </>
  );
}
