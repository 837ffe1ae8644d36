import { useRef, useState } from 'react';
import { Alert, Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { FileInput } from '../../kit/file-input.js';
import { formProblem, type FormProblem } from '../../kit/problem.js';
import { useAct } from '../../kit/use-act.js';
import type { AdminPreviewPowersQuery, CatalogueFileInput, CatalogueKind } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { IMPORT_CATEGORIES, IMPORT_POWERS, PREVIEW_CATEGORIES, PREVIEW_POWERS } from './documents.js';
import { ImportHistory } from './import-history.js';
import { ImportReport } from './import-report.js';
import { useCatalogueWords } from './words.js';

export type Report = AdminPreviewPowersQuery['report'];
type Missing = CatalogueFileInput['missing'];
const KINDS: readonly CatalogueKind[] = ['categories', 'powers'];
const MOST_BYTES = 3 * 1024 * 1024;

/** A file is chosen, looked at row by row, and taken in. Another file or choice takes the preview away. */
export function ImportTab() {
  const t = useCatalogueWords();
  const { t: shared } = useTranslation();
  const admin = useAdminWords();
  const client = useClient();
  const act = useAct();
  const { county } = useScope();
  const [kind, setKind] = useState<CatalogueKind>('categories');
  const [missing, setMissing] = useState<Missing>('keep');
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<{ of: Report; isDone: boolean } | null>(null);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [imported, setImported] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const anew = () => {
    setReport(null);
    setProblem(null);
  };
  const inputOf = async (chosen: File): Promise<CatalogueFileInput> => ({ countyCode: county.code, fileName: chosen.name, contentBase64: await base64Of(chosen), missing });

  const preview = async () => {
    if (!file) return field.current?.focus();
    anew();
    if (file.size > MOST_BYTES) return setProblem({ code: 'IMPORT_FILE_UNREADABLE', message: t('tooLarge'), all: [] });
    setBusy(true);
    const input = await inputOf(file);
    const { data, error } = await client.query(kind === 'powers' ? PREVIEW_POWERS : PREVIEW_CATEGORIES, { input }).toPromise();
    setBusy(false);
    if (error || !data) setProblem(error ? formProblem(error) : null);
    else setReport({ of: data.report, isDone: false });
  };
  const take = async () => {
    if (!file) return;
    setBusy(true);
    const { data, problem: found } = await act(kind === 'powers' ? IMPORT_POWERS : IMPORT_CATEGORIES, { input: await inputOf(file) });
    setBusy(false);
    if (found) return setProblem(found);
    setReport({ of: data.report, isDone: true });
    setImported(imported + 1);
  };
  const changes = report ? report.of.added + report.of.changed + report.of.closed : 0;
  return (
    <>
      <section className="admin-card">
        <div className="body">
          <div className="import-form">
            <div>
              <span className="label" id="import-kind">{t('what')}</span>
              <Radio.Group aria-labelledby="import-kind" value={kind} onChange={({ target }) => { anew(); setKind(target.value as CatalogueKind); }} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
            </div>
            <div>
              <label htmlFor="import-file">{t('file')}</label>
              <FileInput ref={field} id="import-file" accept=".csv,.xlsx,text/csv" name={file?.name ?? null} onChoose={(chosen) => { anew(); setFile(chosen ?? null); }} />
            </div>
            <div>
              <span className="label" id="import-missing">{t('missing')}</span>
              <Radio.Group aria-labelledby="import-missing" value={missing} onChange={({ target }) => { anew(); setMissing(target.value as Missing); }} options={[{ value: 'keep', label: t('keep') }, { value: 'close', label: t('closeMissing') }]} />
            </div>
          </div>
          <p className="quiet">{t('fileHint')}。{t(`columnsHint.${kind}`)}</p>
          <div className="import-acts">
            <Button type={report ? 'default' : 'primary'} disabled={!file} loading={isBusy && !report} onClick={() => void preview()}>{t('preview')}</Button>
            {report && !report.isDone && <Button type="primary" disabled={changes === 0} loading={isBusy} onClick={() => void take()}>{t('import')}</Button>}
          </div>
        </div>
      </section>
      {problem && <Alert className="kit-alert" type="warning" showIcon title={problem.message || shared('noNetwork')} />}
      {report?.isDone && <Alert className="kit-alert" type="success" showIcon title={report.of.version == null ? t('importNothing') : t('importOk', { version: admin('version', { n: report.of.version }) })} />}
      {report && <ImportReport report={report.of} />}
      <ImportHistory key={`${kind}${imported}`} kind={kind} />
    </>
  );
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
