import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { AttachmentViewer } from '../attachments/attachment-viewer.js';
import { graphql } from '../graph/generated/index.js';
import type { CaseRecordsFragment } from '../graph/generated/graphql.js';
import { Remaining } from '../my-work/remaining.js';
import { instant } from '../words/instants.js';
import { approvalState, meetingsOf, partsOf, recordsOf } from './read-records.js';
import { whoseOf } from './who-holds.js';
import { useCaseWords } from './words.js';
import './records.css';

graphql(`
  fragment CaseRecords on Case {
    records { kind id data at actor { id name } }
    tasks { id kind title openedAt dueAt workingMinutesLeft holder { id name } area { code name } roles unitCode unit { code name } }
    timeline { type taskId text data actor { id name } }
    attachments { id mediaType url }
  }
`);

const COLOURS = { open: 'default', held: 'blue', done: 'green', returned: 'orange', taken: 'default', granted: 'green', refused: 'red', movedUp: 'blue', lapsed: 'default' } as const;

/** Everything with a form of its own: parts, meetings, mediation, verification, requests, orders. What a case lacks is not shown. */
export function Records({ case: found, now }: { case: CaseRecordsFragment; now: number }) {
  const t = useCaseWords();
  const { records, attachments, timeline, tasks } = found;
  const pictures = (ids: readonly string[]) => <AttachmentViewer attachments={attachments.filter(({ id }) => ids.includes(id))} />;
  const parts = partsOf(found);
  const [meetings, mediations] = [meetingsOf(records), recordsOf(records, 'mediation')];
  const [verdicts, approvals, orders] = [recordsOf(records, 'verification'), recordsOf(records, 'approval'), recordsOf(records, 'order')];
  return (
    <>
      <Group title={t('parts')} note={parts.length > 0 && t('partsDone', { done: parts.filter(({ state }) => state === 'done').length, all: parts.length })} items={parts.map(({ id, title, state, by, result, attachmentIds, task }) => (
        <li key={id}>
          <p className="line"><b>{title || t('taskKind.contribute')}</b><Tag color={COLOURS[state]}>{t(`partState.${state}`)}</Tag>{task && <Remaining openedAt={task.openedAt} dueAt={task.dueAt} workingMinutesLeft={task.workingMinutesLeft} areaCode={task.area.code} now={now} />}</p>
          <p className="quiet">{[by?.name, task && whoseOf(task), task?.roles.map((role) => t(`role.${role}`)).join('、')].filter(Boolean).join(' · ')}</p>
          {result && <p className="said">{result}</p>}
          {pictures(attachmentIds)}
        </li>
      ))} />
      <Group title={t('meetings')} items={meetings.map(({ id, data, minutes, attendances, actor }) => (
        <li key={id}>
          <p className="line"><b>{data.place}</b><time dateTime={data.meetAt}>{instant(data.meetAt)}</time><span className="quiet">{actor?.name}</span></p>
          <ul className="attendance">
            {data.participants.map(({ name, kind }) => {
              const there = attendances.get(name);
              return (
                <li key={name} className={there ? 'there' : ''}>
                  <span>{name} <i className="quiet">{t(`participant.${kind}`)}</i></span>
                  <span className="quiet">{there ? `✓ ${t('attended')} ${instant(there.at)}` : t('notYet')}</span>
                  {there?.data.note && <p className="quiet">{there.data.note}</p>}
                  {there && pictures(there.data.attachmentIds)}
                </li>
              );
            })}
          </ul>
          {minutes ? <p className="said"><b>{t('minutes')}</b> {minutes.data.summary}</p> : <p className="quiet">{t('noMinutes')}</p>}
          {minutes && minutes.data.lines.length > 0 && <p className="quiet">{t('agreedLines')}：{minutes.data.lines.join('；')}</p>}
        </li>
      ))} />
      <Group title={t('mediation')} items={mediations.map(({ id, data, at, actor }) => (
        <li key={id}>
          <p className="line"><b>{t('parties')}：{data.parties.join('、')}</b><span className="quiet">{[actor?.name, instant(at)].filter(Boolean).join(' · ')}</span></p>
          <p className="said">{data.session}</p>
          {data.agreement ? <p className="said agreed"><b>{t('agreement')}</b> {data.agreement}</p> : <p className="quiet">{t('noAgreement')}</p>}
        </li>
      ))} />
      <Group title={t('verification')} items={verdicts.map(({ id, data, at, actor }) => (
        <li key={id}>
          <p className="line"><Tag color={data.passed ? 'green' : 'red'}>{t(data.passed ? 'passed' : 'failed')}</Tag><span className="quiet">{[actor?.name, instant(at)].filter(Boolean).join(' · ')}</span></p>
          <p className="said">{data.findings}</p>
          {pictures(data.attachmentIds)}
        </li>
      ))} />
      <Group title={t('approvals')} items={approvals.map(({ id, data, at, actor }) => {
        const state = approvalState(id, timeline, tasks ?? []);
        const asked = data.by ? t('by', { amount: data.by.amount, unit: t(`unit.${data.by.unit}`) }) : data.reviewAt ? t('reviewAt', { at: instant(data.reviewAt) }) : '';
        return (
          <li key={id}>
            <p className="line"><b>{t(`asked.${data.kind}`)} {asked}</b><Tag color={COLOURS[state]}>{t(`approvalState.${state}`)}</Tag><span className="quiet">{[actor?.name, instant(at)].filter(Boolean).join(' · ')}</span></p>
            <p className="said">{data.reason}</p>
          </li>
        );
      })} />
      <Group title={t('orders')} items={orders.map(({ id, data, at, actor }) => (
        <li key={id}>
          <p className="line"><b>{t('orderDue', { at: instant(data.dueAt) })}</b><span className="quiet">{[actor?.name, instant(at)].filter(Boolean).join(' · ')}</span></p>
          <p className="said">{data.reason}</p>
        </li>
      ))} />
    </>
  );
}

function Group({ title, note, items }: { title: string; note?: ReactNode; items: ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <section className="records card">
      <h2 className="line">{title}{note && <span className="quiet">{note}</span>}</h2>
      <ul>{items}</ul>
    </section>
  );
}
