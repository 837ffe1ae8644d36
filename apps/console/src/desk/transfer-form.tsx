import { useState } from 'react';
import { Alert, Button, Input, Select, Skeleton } from 'antd';
import { CASE_CLASSES, PATHS } from '@yiwang/domain/paths';
import { useClient } from 'urql';
import type { FormProblem } from '../kit/problem.js';
import { language } from '../words/index.js';
import { Candidates } from './candidates.js';
import { isPlaced, takesUnit, type Own } from './first-choice.js';
import { NotAccept } from './not-accept.js';
import { Places } from './places.js';
import { assign, transfer, type DeskCase, type DeskTask } from './transfer.js';
import { useAreaName } from './use-area-name.js';
import { useKey } from './use-key.js';
import { useSuggestions } from './use-suggestions.js';
import { useDeskWords } from './words.js';

interface Transfer {
  task: DeskTask;
  one: DeskCase;
  onDone(said: string, values?: object): void;
  /** Somebody else changed it meanwhile. */
  onStale(): void;
}

/** Where the case should go and why, each part of it changeable, and one key that sends it there. */
export function TransferForm({ task, one, onDone, onStale }: Transfer) {
  const t = useDeskWords();
  const client = useClient();
  const [own, setOwn] = useState<Own>({});
  const [category, setCategory] = useState(one.category?.code ?? null);
  const [reason, setReason] = useState('');
  const [isRefusing, setRefusing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const suggestions = useSuggestions(task, one, own, category);
  const { choice, route } = suggestions;
  const areaName = useAreaName(one.countyCode, choice?.areaCode);
  const [isDesk, isRuling] = [task.kind === 'desk', task.kind === 'arbitrate'];
  const unitName = [...suggestions.candidates, ...(suggestions.chosenUnit ? [suggestions.chosenUnit] : [])].find(({ code }) => code === choice?.unitCode)?.name;
  const isSaid = !isRuling || reason.trim() !== '';
  const isReady = choice !== null && isSaid && (isDesk ? isPlaced(choice) : choice.unitCode !== null) && !suggestions.isBusy && !isBusy && !isRefusing;
  const choose = (next: Own) => {
    setProblem(null);
    setOwn(next);
  };

  const send = async () => {
    if (choice === null) return;
    setBusy(true);
    const came = isDesk ? await transfer(client, task, one, choice) : await assign(client, task, one, choice.unitCode ?? '', reason);
    setBusy(false);
    setProblem(came.problem);
    if (came.problem?.code === 'VERSION_CONFLICT') onStale();
    if (came.said) onDone(isRuling ? 'ruled' : came.said, { unit: unitName, area: areaName, path: t(`path.${choice.path}`) });
  };
  useKey('t', isReady, () => void send());

  const to = unitName ?? (choice && t('toPlace', { area: areaName, path: t(`path.${choice.path}`) }));
  const isToUnit = choice !== null && takesUnit({ path: choice.path, kind: one.kind });
  return (
    <section className="card desk-transfer" aria-labelledby="desk-transfer">
      <h3 id="desk-transfer">{t('suggestion')}</h3>
      {suggestions.problem && <Alert type="warning" showIcon title={t('notSuggested', { why: suggestions.problem.message || t('noNetwork') })} action={<Button size="small" onClick={suggestions.again}>{t('retry')}</Button>} />}
      {isDesk && (choice === null && suggestions.isBusy ? <Skeleton active title={false} paragraph={{ rows: 2 }} /> : (
        <>
          {!route && !suggestions.problem && <p className="quiet">{t('noRoute')}</p>}
          {route && own.path === undefined && <p className="why"><b>{t(`path.${route.path}`)}</b>{route[language()]}</p>}
          <div className="desk-choice">
            <label>{t('class')}<Select value={choice?.caseClass ?? own.caseClass} onChange={(caseClass) => choose({ ...(route ? without(own, 'path') : own), caseClass })} options={CASE_CLASSES.map((value) => ({ value, label: t(`classes.${value}`) }))} /></label>
            <label>{t('path')}<Select value={choice?.path ?? own.path} onChange={(path) => choose({ ...own, path })} options={PATHS.map((value) => ({ value, label: t(`path.${value}`) }))} /></label>
          </div>
          <Places suggestions={suggestions} within={task.areaCode} own={own.areaCode} onChoose={(areaCode) => choose(areaCode === undefined ? without(own, 'areaCode') : { ...own, areaCode })} />
        </>
      ))}
      {isDesk && choice !== null && !isToUnit && <p className="quiet">{t(choice.path === 'countyCoordinated' ? 'byLeaders' : 'byPosition')}</p>}
      {isToUnit && (
        <>
          {isDesk && task.tier !== 'county' && choice.path === 'countyCoordinated' && <p className="quiet">{t('byCounty')}</p>}
          <Candidates
            {...{ suggestions, category }}
            county={one.countyCode}
            label={t(choice.path === 'countyCoordinated' ? 'candidates' : 'answeringUnit')}
            isReadOnly={isDesk && task.tier !== 'county' && choice.path === 'countyCoordinated'}
            mayBeNone={isDesk}
            onCategory={setCategory}
            onChoose={(unitCode) => choose({ ...own, unitCode })}
          />
        </>
      )}
      {isDesk && task.tier === 'county' && choice !== null && !isToUnit && one.kind !== 'suggestion' && suggestions.candidates.length > 0 && (
        <Candidates {...{ suggestions, category }} county={one.countyCode} label={t('ifCounty')} isReadOnly={false} mayBeNone={false} onCategory={setCategory} onChoose={(unitCode) => choose({ ...own, path: 'countyCoordinated', unitCode })} />
      )}
      {!isDesk && <label className="desk-word"><span>{t(isRuling ? 'ruling' : 'remark')} <small className="quiet">{t(isRuling ? 'rulingHint' : 'remarkHint')}</small></span><Input.TextArea value={reason} onChange={({ target }) => setReason(target.value)} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4_000} /></label>}
      {choice !== null && isDesk && !isPlaced(choice) && <Alert type="info" showIcon title={t('needsVillage')} />}
      {problem && <Alert type="warning" showIcon title={problem.code === 'VERSION_CONFLICT' ? t('conflict') : problem.message || t('noNetwork')} />}
      {isRefusing ? <NotAccept task={task} onDone={onDone} onCancel={() => setRefusing(false)} /> : (
        <footer className="desk-keys">
          <Button type="primary" size="large" disabled={!isReady && !isBusy} loading={isBusy} aria-keyshortcuts="T" onClick={() => void send()}>
            {isReady || isBusy ? t(isRuling ? 'decide' : isDesk ? 'transferTo' : 'assign', { to }) : t(isDesk ? 'transfer' : isSaid ? 'chooseFirst' : 'ruleFirst')}<kbd aria-hidden>T</kbd>
          </Button>
          {isDesk && <Button size="large" danger onClick={() => setRefusing(true)}>{t('notAccept')}</Button>}
        </footer>
      )}
    </section>
  );
}

function without(own: Own, name: keyof Own): Own {
  const { [name]: _left, ...rest } = own;
  return rest;
}
