import { useState } from 'react';
import { Alert, App, Button, Form, Input, Tabs, Tag } from 'antd';
import { PATHS } from '@yiwang/domain/paths';
import type { PolicyRules } from '@yiwang/domain/policies';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useClient } from 'urql';
import { useAct } from '../../kit/use-act.js';
import { useScope } from '../scope.js';
import { CHECK, DRAFT, WITHDRAW } from './documents.js';
import { ProblemList } from './problem-list.js';
import { useSayProblem, type RuleProblem } from './problem-words.js';
import { PublishPolicy } from './publish-policy.js';
import { CommonRules, PathFields, RoutingRules } from './rule-fields.js';
import { fromForm, inputOf, tabOf, toForm, type RulesForm } from './rules-form.js';
import type { Version } from './versions.js';
import { usePolicyWords } from './words.js';

interface PolicyViewProps {
  /** What is shown, or what a new version begins as. */
  base: Version;
  isNew: boolean;
  onChange(): void;
}

type Values = RulesForm & { note?: string };

/** One version in forms: a published one to be read, a draft to be changed. A draft that is saved is a version of its own. */
export function PolicyView({ base, isNew, onChange }: PolicyViewProps) {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  const { county, area } = useScope();
  const { message } = App.useApp();
  const client = useClient();
  const navigate = useNavigate();
  const act = useAct();
  const sayProblem = useSayProblem();
  const [form] = Form.useForm<Values>();
  const [tab, setTab] = useState('common');
  const [problems, setProblems] = useState<readonly RuleProblem[]>(isNew ? [] : base.problems);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState<'check' | 'save' | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const mayMake = area.code === county.code;
  const mayEdit = mayMake && (isNew || base.state === 'draft');
  const title = isNew ? t('newTitle') : base.countyCode === '' ? t('field') : t('version', { n: base.version });

  const rulesNow = (): PolicyRules => {
    const { note: _, ...rules } = form.getFieldsValue(true) as Values;
    return fromForm(rules);
  };
  const show = (found: readonly RuleProblem[]) => {
    setProblems(found);
    for (const problem of found) {
      const name = inputOf(problem.field);
      if (name) form.setFields([{ name: name as never, errors: [sayProblem(problem, true)] }]);
    }
    if (found[0]) setTab(tabOf(found[0].field));
  };
  const lead = (problem: RuleProblem) => {
    setTab(tabOf(problem.field));
    const name = inputOf(problem.field);
    if (name) setTimeout(() => form.scrollToField(name as never, { block: 'center', focus: true }));
  };
  const check = async () => {
    setBusy('check');
    const { data, error } = await client.query(CHECK, { rules: rulesNow() }, { requestPolicy: 'network-only' }).toPromise();
    setBusy(null);
    if (error || !data) return setRefused(shared('noNetwork'));
    show(data.checkPolicy.problems);
    if (data.checkPolicy.problems.length === 0) void message.success(t('checked'));
  };
  const save = async () => {
    setBusy('save');
    setRefused(null);
    const { note } = form.getFieldsValue(true) as Values;
    const { data, problem } = await act(DRAFT, { input: { countyCode: county.code, rules: rulesNow(), note: note?.trim() || null } });
    if (data && !isNew) await act(WITHDRAW, { county: county.code, version: base.version });
    setBusy(null);
    if (problem) return setRefused(problem.message || shared('noNetwork'));
    void message.success(t('saved', { n: data.draftPolicy.version }));
    onChange();
    void navigate(`/admin/policies/${data.draftPolicy.version}`, { replace: !isNew });
  };

  return (
    <>
      <Link className="policy-back" to="/admin/policies">‹ {t('back')}</Link>
      <header className="admin-head">
        <h1>{title}</h1>
        {isNew ? <span className="quiet">{t('copyOf', { n: base.version })}</span> : <Tag color={base.state === 'published' ? 'green' : 'blue'}>{t(`state.${base.state}`)}</Tag>}
        <span className="push row-acts policy-acts">
          {mayEdit && <Button loading={busy === 'check'} onClick={() => void check()}>{t('check')}</Button>}
          {mayEdit && <Button type={isNew ? 'primary' : 'default'} loading={busy === 'save'} onClick={() => void save()}>{t('save')}</Button>}
          {!isNew && mayMake && base.countyCode !== '' && base.problems.length === 0 && base.state !== 'withdrawn' && <Button onClick={() => void navigate(`/admin/policies/${base.version}/lab`)}>{t('lab')}</Button>}
          {!isNew && mayEdit && <Button type="primary" onClick={() => setPublishing(true)}>{t('publish')}</Button>}
          {!isNew && mayMake && base.state === 'published' && <Button onClick={() => void navigate(`/admin/policies/new?from=${base.version}`)}>{t('draft')}</Button>}
        </span>
      </header>
      <p className="quiet policy-hint">{mayEdit ? (isNew ? t('runningStay') : t('changeDraft', { n: base.version })) : t('readOnly')}</p>
      {refused && <Alert type="error" showIcon className="kit-alert" title={refused} />}
      <ProblemList problems={problems} onChoose={lead} />
      <Form<Values> form={form} layout="vertical" className={mayEdit ? 'policy-form' : 'policy-form read'} disabled={!mayEdit} initialValues={{ ...toForm(base.rules as PolicyRules), note: isNew ? '' : (base.note ?? '') }}>
        <section className="admin-card" hidden={!mayEdit && !base.note}>
          <div className="body"><Form.Item name="note" label={t('note')} className="policy-note"><Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} placeholder={mayEdit ? t('noteHint') : undefined} /></Form.Item></div>
        </section>
        <section className="admin-card policy-tabs">
          <Tabs
            activeKey={tab}
            onChange={setTab}
            items={[
              { key: 'common', label: t('tabs.common'), forceRender: true, children: <CommonRules /> },
              ...PATHS.map((path) => ({ key: path as string, label: shared(`path.${path}`), forceRender: true, children: <PathFields path={path} /> })),
              { key: 'routing', label: t('tabs.routing'), forceRender: true, children: <RoutingRules /> },
            ]}
          />
        </section>
      </Form>
      {isPublishing && (
        <PublishPolicy
          version={base.version}
          onClose={() => setPublishing(false)}
          onDone={() => {
            setPublishing(false);
            onChange();
            void navigate('/admin/policies');
          }}
        />
      )}
    </>
  );
}
