import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../kit/day-input.js';
import { fromDay, today } from '../../kit/days.js';
import { FormDrawer } from '../../kit/form-drawer.js';
import { useAct } from '../../kit/use-act.js';
import { useScope } from '../scope.js';
import { PUBLISH } from './documents.js';
import { problemFrom, useSayProblem } from './problem-words.js';
import { usePolicyWords } from './words.js';

/** Puts a draft in force from a day on; what is wrong with it is said rule by rule. */
export function PublishPolicy({ version: n, onClose, onDone }: { version: number; onClose(): void; onDone(): void }) {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  const { county } = useScope();
  const { message } = App.useApp();
  const act = useAct();
  const sayProblem = useSayProblem();
  const send = async ({ inForceFrom }: { inForceFrom: string }) => {
    const { problem } = await act(PUBLISH, { county: county.code, version: n, from: fromDay(inForceFrom) });
    if (problem && problem.all.length > 0) {
      const lines = problem.all.map((line) => sayProblem(problemFrom(line)));
      return { code: problem.code, all: lines, message: [t('problems', { n: lines.length }), ...lines].join('\n') };
    }
    if (problem) return problem;
    void message.success(t('published', { n }));
    onDone();
    return null;
  };
  return (
    <FormDrawer<{ inForceFrom: string }> title={t('publishTitle', { n })} send={t('publish')} hint={t('runningStay')} initial={{ inForceFrom: today() }} onSend={send} onClose={onClose}>
      <Form.Item name="inForceFrom" label={t('from')} extra={t('fromHint')} rules={[{ required: true, message: shared('required') }]}><DayInput min={today()} /></Form.Item>
    </FormDrawer>
  );
}
