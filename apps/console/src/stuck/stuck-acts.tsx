import { useState } from 'react';
import { App, Button, Dropdown, Form, Input } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { FormDrawer } from '../kit/form-drawer.js';
import { useAct } from '../kit/use-act.js';
import { language } from '../words/index.js';
import { REPAIR, SUPERVISE } from './documents.js';
import type { StuckCasesQuery, StuckSuperviseMutationVariables } from './generated/graphql.js';
import { useStuckWords } from './words.js';

type Standing = StuckCasesQuery['stuckCases']['items'][number];
type Supervision = StuckSuperviseMutationVariables['input']['act'];
type Repair = Standing['reason']['repairs'][number];

const SUPERVISIONS: readonly Supervision[] = ['urge', 'order', 'escalate'];
const isRepair = (act: Supervision | Repair): act is Repair => !(SUPERVISIONS as readonly string[]).includes(act);

/** What somebody above does about a case that stands: each with a reason, and with what came of it. */
export function StuckActs({ standing: { case: one, reason }, onDone }: { standing: Standing; onDone(): void }) {
  const t = useStuckWords();
  const act = useAct();
  const { message } = App.useApp();
  const [chosen, choose] = useState<Supervision | Repair | null>(null);
  if (!one) return null;
  const { number } = one;
  const acts: readonly (Supervision | Repair)[] = [...reason.repairs, ...(reason.isMachine ? [] : SUPERVISIONS)];
  if (acts.length === 0) return null;
  const send = async ({ reason: why }: { reason: string }) => {
    if (chosen === null) return null;
    const { data, problem } = isRepair(chosen)
      ? await act(REPAIR, { input: { number, act: chosen, reason: why } })
      : await act(SUPERVISE, { input: { number, act: chosen, reason: why } });
    if (problem) return problem;
    const standsNow = 'repairCase' in data ? data.repairCase.case.reason?.[language()] : undefined;
    void message.success(standsNow ? t('actedStands', { acted: t(`acted.${chosen}`), reason: standsNow }) : t(`acted.${chosen}`));
    choose(null);
    onDone();
    return null;
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: acts.map((key) => ({ key, label: t(`act.${key}`) })), onClick: ({ key }) => choose(key as Supervision | Repair) }}>
        <Button size="small" aria-label={t('actsOf', { number })}>{t('acts')} <DownOutlined aria-hidden /></Button>
      </Dropdown>
      {chosen && (
        <FormDrawer<{ reason: string }> title={`${t(`act.${chosen}`)} · ${number}`} send={t(`act.${chosen}`)} hint={t(`hint.${chosen}`)} onSend={send} onClose={() => choose(null)}>
          <Form.Item name="reason" label={t('why')} rules={[{ required: true, whitespace: true, message: t('whyNeeded') }]}><Input.TextArea rows={4} maxLength={500} showCount /></Form.Item>
        </FormDrawer>
      )}
    </>
  );
}
