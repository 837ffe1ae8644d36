import { useMemo, useState } from 'react';
import { Button, Tag } from 'antd';
import { DataTable } from '../../kit/data-table.js';
import { sayDay } from '../../kit/days.js';
import { useAdminWords } from '../words.js';
import { linesOf } from './unit-tree.js';
import type { UnitShown } from './units.page.js';
import { useUnitWords } from './words.js';
import './units.css';

interface UnitTable {
  units: readonly UnitShown[];
  /** Found ones are a list, without what lies between them. */
  isFlat: boolean;
  onAct(act: 'change' | 'close', unit: UnitShown): void;
}

const DOMAINS_SHOWN = 3;

export function UnitTable({ units, isFlat, onAct }: UnitTable) {
  const t = useUnitWords();
  const admin = useAdminWords();
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(linesOf(units, new Set()).slice(0, 1).map(({ unit }) => unit.code)));
  const lines = useMemo(() => (isFlat ? units.map((unit) => ({ unit, depth: 0, below: 0 })) : linesOf(units, opened)), [units, isFlat, opened]);
  const turn = (code: string) => setOpened((before) => new Set(before.has(code) ? [...before].filter((one) => one !== code) : [...before, code]));
  return (
    <DataTable
      label={t('title')}
      rows={lines}
      keyOf={({ unit }) => unit.code}
      isPast={({ unit }) => !unit.takesTasks}
      columns={[
        {
          key: 'unit',
          title: t('columns.unit'),
          cell: ({ unit: { code, name, area }, depth, below }) => (
            <span className="unit-name" style={{ paddingInlineStart: depth * 22 }}>
              {below > 0 && <button type="button" aria-expanded={opened.has(code)} aria-label={t(opened.has(code) ? 'collapse' : 'expand', { name })} onClick={() => turn(code)}>{opened.has(code) ? '▾' : '▸'}</button>}
              {below === 0 && !isFlat && <i aria-hidden />}
              <span><b>{name}</b><br /><span className="quiet">{area.name} · {code}{below > 0 && ` · ${t('below', { n: below })}`}</span></span>
            </span>
          ),
        },
        { key: 'kind', title: t('columns.kind'), cell: ({ unit }) => t(`kind.${unit.kind}`) },
        {
          key: 'domains',
          title: t('columns.domains'),
          cell: ({ unit: { domains } }) => domains.length > 0 && `${domains.slice(0, DOMAINS_SHOWN).map(({ name }) => name).join('、')}${domains.length > DOMAINS_SHOWN ? ` +${domains.length - DOMAINS_SHOWN}` : ''}`,
        },
        {
          key: 'state',
          title: t('columns.state'),
          cell: ({ unit: { takesTasks, closedOn, closedReason } }) => (
            <Tag title={closedReason ?? undefined} color={!takesTasks ? undefined : closedOn ? 'gold' : 'green'}>{!takesTasks ? t('closed') : closedOn ? t('closes', { on: sayDay(closedOn) }) : t('open')}</Tag>
          ),
        },
        {
          key: 'acts',
          title: admin('actions'),
          cell: ({ unit }) => (
            <span className="row-acts">
              <Button type="link" aria-label={`${admin('change')} ${unit.name}`} onClick={() => onAct('change', unit)}>{admin('change')}</Button>
              {unit.takesTasks && <Button type="link" danger aria-label={`${t('close')} ${unit.name}`} onClick={() => onAct('close', unit)}>{t('close')}</Button>}
            </span>
          ),
        },
      ]}
    />
  );
}
