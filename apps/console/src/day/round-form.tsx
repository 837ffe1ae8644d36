import { useState } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { tidyTitle } from '@yiwang/domain/intake';
import { dropDraft, keepDraft, readDraft } from '../actions/drafts.js';
import { AttachmentField } from '../attachments/attachment-field.js';
import type { FileKind } from '../offline/files.js';
import { Refusal } from './call-sheet.js';
import type { Round } from './day.types.js';
import { roundKey } from './rounds.js';
import { useSending } from './use-sending.js';
import { useDayWords } from './words.js';

const MOST_CHARACTERS = 4_000;
const MOST_FINDINGS = 20;
const PICTURES: readonly FileKind[] = ['picture'];
/** Of a draft that is kept under the round's key. */
const DRAFT = 'completeRound';

interface Finding {
  key: number;
  text: string;
  attachmentIds: string[];
  /** Whether it is to become a case once the round is with the service. */
  isCase: boolean;
}

interface Draft {
  note?: string;
  attachmentIds?: string[];
  findings?: Finding[];
}

/** The end of a round: its pictures, how it was, and what was found, each of which may become a case. A draft outlives a closed browser. */
export function RoundForm({ round, title, onDone }: { round: Round; title: string; onDone(): Promise<void> }) {
  const t = useDayWords();
  const { busy, problem, sendAct } = useSending(onDone);
  const target = roundKey(round);
  const [draft, setDraft] = useState(() => readDraft(target, DRAFT) as Draft);
  const { note = '', attachmentIds = [], findings = [] } = draft;
  const change = (by: (before: Draft) => Draft) =>
    setDraft((before) => {
      const next = { ...before, ...by(before) };
      keepDraft(target, DRAFT, { ...next });
      return next;
    });
  const changeFinding = (key: number, by: Partial<Finding>) =>
    change((before) => ({ findings: (before.findings ?? []).map((one) => (one.key === key ? { ...one, ...by } : one)) }));
  const said = findings.map((one) => ({ ...one, text: tidyTitle(one.text) })).filter(({ text }) => text !== '');
  const isProven = attachmentIds.length > 0 || said.some((one) => one.attachmentIds.length > 0);

  const send = async () => {
    const { gridCode, day, slot } = round;
    const found = said.map(({ text, attachmentIds: ids }) => ({ text, attachmentIds: ids }));
    const cases = said.filter(({ isCase }) => isCase).map(({ text }) => text);
    const input = { gridCode, day, slot, note, attachmentIds, findings: found, cases };
    if (await sendAct({ kind: 'completeRound', title, target, input })) dropDraft(target, DRAFT);
  };
  return (
    <form
      className="day-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t('round.proof')}</h3>
      <AttachmentField value={attachmentIds} onChange={(ids) => change(() => ({ attachmentIds: ids }))} kinds={PICTURES} home="patrol" waits onTheSpot="asked" />
      <Input.TextArea aria-label={t('round.note')} placeholder={t('round.note')} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={MOST_CHARACTERS} value={note} onChange={({ target: { value } }) => change(() => ({ note: value }))} />
      {findings.map((finding, at) => (
        <fieldset key={finding.key} className="finding">
          <legend>{t('round.what', { n: at + 1 })}</legend>
          <Button className="remove" type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('round.remove', { n: at + 1 })} onClick={() => change((before) => ({ findings: before.findings?.filter(({ key }) => key !== finding.key) }))} />
          <Input.TextArea aria-label={t('round.where')} placeholder={t('round.where')} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={MOST_CHARACTERS} value={finding.text} onChange={({ target: { value } }) => changeFinding(finding.key, { text: value })} />
          <AttachmentField value={finding.attachmentIds} onChange={(ids) => changeFinding(finding.key, { attachmentIds: ids })} kinds={PICTURES} home="patrol" waits onTheSpot="told" />
          <Checkbox checked={finding.isCase} onChange={({ target: { checked } }) => changeFinding(finding.key, { isCase: checked })}>{t('round.asCase')}</Checkbox>
        </fieldset>
      ))}
      {findings.length < MOST_FINDINGS && (
        <Button block size="large" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => change(() => ({ findings: [...findings, { key: Date.now(), text: '', attachmentIds: [], isCase: true }] }))}>{t('round.add')}</Button>
      )}
      {problem && <Refusal problem={problem} />}
      {!isProven && <p className="quiet">{t('round.photoFirst')}</p>}
      <footer>
        <Button block size="large" type="primary" htmlType="submit" loading={busy !== null} disabled={!isProven}>{t('round.complete')}</Button>
      </footer>
    </form>
  );
}
