import { useCallback, useState } from 'react';
import { Alert, App, Button, Segmented } from 'antd';
import { useClient } from 'urql';
import { ListStates, Nothing } from '../../kit/states.js';
import { answerOf, useActSaid } from '../../kit/use-act.js';
import { usePages } from '../../kit/use-pages.js';
import { AreaPicker } from '../../pickers/area-picker.js';
import type { AdminPrintQrSheetsMutation, AdminQrPointsQuery } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { POINTS, PRINT, REPLACE } from './documents.js';
import { GeneratePoints, PointForm } from './point-forms.js';
import { PointTable } from './point-table.js';
import { useQrWords } from './words.js';

export type PointShown = AdminQrPointsQuery['qrPoints']['items'][number];
const PAGE = 50;

/** 二维码: where codes hang, made for a village at once, replaced when lost, printed to cut up. */
export function QrPointsPage() {
  const t = useQrWords();
  const client = useClient();
  const { county, area } = useScope();
  const { modal } = App.useApp();
  const say = useActSaid();
  const [under, setUnder] = useState(area.code);
  const [replaced, setReplaced] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [sheets, setSheets] = useState<AdminPrintQrSheetsMutation['printQrSheets'] | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const [open, setOpen] = useState<'generate' | 'new' | PointShown | null>(null);
  const load = useCallback(
    async (after: string | null) => {
      const { qrPoints } = await answerOf(client, POINTS, { under, after, first: PAGE, replaced });
      return { items: qrPoints.items, next: qrPoints.endCursor ?? null };
    },
    [client, under, replaced],
  );
  const pages = usePages<PointShown>(load);
  const look = (code: string) => {
    setUnder(code);
    setChosen(new Set());
    setSheets(null);
  };
  const done = () => {
    setOpen(null);
    pages.again();
  };
  const print = async () => {
    setPrinting(true);
    const data = await say(PRINT, { areaCode: under, codes: chosen.size > 0 ? [...chosen] : null }, t('print'));
    setPrinting(false);
    setSheets(data?.printQrSheets ?? null);
  };
  const replace = ({ code }: PointShown) =>
    void modal.confirm({
      title: t('replaceAsk', { code }),
      content: t('replaceText'),
      okText: t('replace'),
      onOk: async () => {
        const data = await say(REPLACE, { code }, t('replace'));
        if (!data) return;
        pages.again();
        void modal.success({ title: t('replaced', { code: data.replaceQrPoint.code }) });
      },
    });
  return (
    <>
      <header className="admin-head">
        <h1>{t('title')}</h1>
        <span className="push row-acts person-acts">
          <Button onClick={() => setOpen('generate')}>{t('generate')}</Button>
          <Button onClick={() => setOpen('new')}>{t('newPoint')}</Button>
          <Button type="primary" loading={isPrinting} onClick={() => void print()}>{chosen.size > 0 ? t('printSome', { n: chosen.size }) : t('printAll')}</Button>
        </span>
      </header>
      <div className="admin-tools">
        <AreaPicker within={county.code} value={under} aria-label={t('area')} onChange={(code) => look((code as string | undefined) ?? area.code)} />
        <Segmented value={replaced} onChange={setReplaced} options={[{ value: false, label: t('lost.no') }, { value: true, label: t('lost.yes') }]} />
      </div>
      {sheets && <Alert className="kit-alert" type="success" showIcon title={t('printed', { points: sheets.points, pages: sheets.pages })} action={<Button type="primary" size="small" href={sheets.url} target="_blank" rel="noreferrer">{t('openPdf')}</Button>} />}
      <section className="admin-card">
        <ListStates pages={pages} empty={replaced ? <Nothing title={t('nothingLost')} /> : <Nothing title={t('nothing')}>{t('nothingText')}</Nothing>}>
          {(points) => <PointTable points={points} isLost={replaced} chosen={chosen} onChoose={setChosen} onChange={setOpen} onReplace={replace} />}
        </ListStates>
      </section>
      {open === 'generate' && <GeneratePoints under={under} onClose={() => setOpen(null)} onDone={done} />}
      {open !== null && open !== 'generate' && <PointForm point={open === 'new' ? null : open} onClose={() => setOpen(null)} onDone={done} />}
    </>
  );
}
