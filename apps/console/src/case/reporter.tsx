import { useState } from 'react';
import { Alert, Button, Input, Modal } from 'antd';
import { useClient } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { CaseFactsFragment, RevealMutation } from '../graph/generated/graphql.js';
import { problemOf } from '../graph/problems.js';
import { useCaseWords } from './words.js';

const REVEAL = graphql(`
  mutation Reveal($input: RevealReporterArguments!) { revealReporter(input: $input) { name phone reference erased } }
`);

/** Who reported it, masked; in full for a reason that stays on the record, until the page is left. */
export function Reporter({ case: { number, masked, reporter } }: { case: Pick<CaseFactsFragment, 'number' | 'masked' | 'reporter'> }) {
  const t = useCaseWords();
  const client = useClient();
  const [isAsking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [full, setFull] = useState<RevealMutation['revealReporter'] | null>(null);
  const shown = full ?? (masked ? null : reporter);
  const said = shown?.erased ? t('reveal.erased') : [shown?.name, shown?.phone, full?.reference].filter(Boolean).join(' ');

  const reveal = async () => {
    setBusy(true);
    const { data, error } = await client.mutation(REVEAL, { input: { number, reason } }).toPromise();
    setBusy(false);
    setProblem(error ? problemOf(error).message || t('noNetwork') : null);
    if (!data) return;
    setFull(data.revealReporter);
    ask(false);
  };
  return (
    <>
      <span>{said || (full ? t('reveal.nothing') : masked ? t('masked') : t('reveal.nothing'))} </span>
      {full?.phone && <a href={`tel:${full.phone}`}>{full.phone}</a>}
      {(masked || reporter) && !reporter?.erased && (
        <Button size="small" type="link" onClick={() => (full ? setFull(null) : ask(true))}>{t(full ? 'reveal.hide' : 'reveal.ask')}</Button>
      )}
      <Modal open={isAsking} title={t('reveal.title')} okText={t('reveal.send')} confirmLoading={isBusy} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => void reveal()} onCancel={() => ask(false)} destroyOnHidden>
        <p className="quiet">{t('reveal.hint')}</p>
        <label className="reason">{t('reveal.reason')}<Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} /></label>
        {problem && <Alert type="warning" showIcon title={problem} />}
      </Modal>
    </>
  );
}
