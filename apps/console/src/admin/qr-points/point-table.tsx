import { Button, Checkbox } from 'antd';
import { DataTable, type Column } from '../../kit/data-table.js';
import { useAdminWords } from '../words.js';
import type { PointShown } from './qr-points.page.js';
import { useQrWords } from './words.js';

interface PointTable {
  points: readonly PointShown[];
  isLost: boolean;
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
  onChange(point: PointShown): void;
  onReplace(point: PointShown): void;
}

export function PointTable({ points, isLost, chosen, onChoose, onChange, onReplace }: PointTable) {
  const t = useQrWords();
  const admin = useAdminWords();
  const choose = (code: string, isChosen: boolean) => onChoose(new Set(isChosen ? [...chosen, code] : [...chosen].filter((one) => one !== code)));
  const always: Column<PointShown>[] = [
    { key: 'code', title: t('columns.code'), cell: ({ code }) => code },
    { key: 'label', title: t('columns.label'), cell: ({ label }) => label },
    { key: 'grid', title: t('columns.grid'), cell: ({ area, areaCode }) => area?.name ?? areaCode },
    { key: 'kind', title: t('columns.kind'), cell: ({ kind, households }) => (households ? `${t(`kind.${kind}`)} · ${t('homes', { n: households })}` : t(`kind.${kind}`)) },
  ];
  const ofLost: Column<PointShown>[] = [{ key: 'replacedBy', title: t('columns.replacedBy'), cell: ({ replacedBy }) => replacedBy }];
  const ofUsed: Column<PointShown>[] = [
    {
      key: 'acts',
      title: admin('actions'),
      cell: (point) => (
        <span className="row-acts">
          <Button type="link" aria-label={`${t('change')} ${point.code}`} onClick={() => onChange(point)}>{t('change')}</Button>
          <Button type="link" aria-label={`${t('replace')} ${point.code}`} onClick={() => onReplace(point)}>{t('replace')}</Button>
        </span>
      ),
    },
  ];
  const choice: Column<PointShown> = {
    key: 'choose',
    title: t('chooseColumn'),
    cell: ({ code }) => <Checkbox aria-label={t('choose', { code })} checked={chosen.has(code)} onChange={({ target }) => choose(code, target.checked)} />,
  };
  return <DataTable label={t('title')} rows={points} keyOf={({ code }) => code} columns={isLost ? [...always, ...ofLost] : [choice, ...always, ...ofUsed]} />;
}
