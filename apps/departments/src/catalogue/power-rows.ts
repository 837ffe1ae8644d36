import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { readRows, type Column, type ReadRow, type RowProblem } from '../tables/columns.js';
import type { Table } from '../tables/read-table.js';
import type { DomainFinder } from './domain-names.js';
import type { PowerLevel } from './power.entity.js';

type Key = 'code' | 'name' | 'domain' | 'legalGround' | 'level' | 'leadUnit';

const COLUMNS: readonly Column<Key>[] = [
  { key: 'code', headings: ['编码', '事项编码', '权力编码', '职权编码', 'code'], required: true, limit: 40 },
  { key: 'name', headings: ['名称', '事项名称', '权力事项', '职权名称', 'name'], required: true, limit: 300 },
  { key: 'domain', headings: ['领域', '所属领域', 'domain'], required: true, limit: 60 },
  { key: 'legalGround', headings: ['法律依据', '设定依据', '实施依据', 'legal ground', 'legalGround'], required: true, limit: 2_000 },
  { key: 'level', headings: ['层级', '行使层级', '实施层级', 'level'], required: true, limit: 20 },
  { key: 'leadUnit', headings: ['牵头单位', '牵头部门', '责任单位', '实施主体', 'lead unit', 'leadUnit'], required: false, limit: 100 },
];

const LEVELS: Record<string, PowerLevel> = {
  ...{ city: 'city', 市: 'city', 市级: 'city' },
  ...{ county: 'county', 县: 'county', 县级: 'county', 区县: 'county', 县区: 'county' },
  ...{ town: 'town', 乡: 'town', 镇: 'town', 乡镇: 'town', 镇级: 'town', 乡镇级: 'town', 街道: 'town' },
};
const CODE = /^[0-9A-Za-z.-]{1,40}$/;

export interface WantedPower {
  code: string;
  name: string;
  domainCode: string;
  legalGround: string;
  level: PowerLevel;
  leadUnitCode: string | null;
}

export interface WantedPowers {
  ok: true;
  wanted: WantedPower[];
  rows: number;
  problems: RowProblem[];
  /** Codes in rows that were refused: not to be closed for being missing. */
  doubtful: ReadonlySet<string>;
}

/** Finds the unit that a cell names, or says why it cannot lead. */
export type UnitFinder = (written: string, field: string) => { ok: true; code: string } | Refusal;

/** Reads a list of powers. Refuses with IMPORT_COLUMN_MISSING; rows that are wrong are problems. */
export function readPowerRows(table: Table, domainOf: DomainFinder, unitOf: UnitFinder): WantedPowers | Refusal {
  const read = readRows(table, COLUMNS);
  if (!read.ok) return read;
  const lines = new Map<string, number>();
  const result: WantedPowers = { ok: true, wanted: [], rows: read.rows.length, problems: [], doubtful: new Set() };
  const doubtful = new Set<string>();
  for (const row of read.rows) {
    const problem = row.problem ?? powerProblem(row, lines, domainOf, unitOf, read.at);
    if (problem) {
      result.problems.push(problem);
      doubtful.add(row.values.code);
      continue;
    }
    lines.set(row.values.code, row.line);
    result.wanted.push(powerOf(row.values, domainOf, unitOf));
  }
  return { ...result, doubtful };
}

function powerProblem(
  { line, values }: ReadRow<Key>,
  lines: ReadonlyMap<string, number>,
  domainOf: DomainFinder,
  unitOf: UnitFinder,
  at: (key: Key) => { column: number; heading: string },
): RowProblem | null {
  const wrong = (key: Key, refusal: Refusal): RowProblem => ({ line, ...at(key), refusal });
  const refused = (key: Key, expected: string): RowProblem =>
    wrong(key, refuse('IMPORT_CELL_REFUSED', { field: at(key).heading, value: values[key], expected }));
  if (!CODE.test(values.code)) return refused('code', '1–40 个字母、数字、点或短横 / 1–40 letters, digits, dots or dashes');
  const before = lines.get(values.code);
  if (before !== undefined) return wrong('code', refuse('IMPORT_ROW_TWICE', { actual: before }));
  if (domainOf(values.domain) === null) {
    return wrong('domain', refuse('DOMAIN_UNKNOWN', { field: at('domain').heading, value: values.domain }));
  }
  if (!LEVELS[values.level]) return refused('level', '市级、县级、乡镇 / city, county, town');
  if (values.leadUnit === '') return null;
  const unit = unitOf(values.leadUnit, at('leadUnit').heading);
  return unit.ok ? null : wrong('leadUnit', unit);
}

function powerOf({ code, name, domain, legalGround, level, leadUnit }: Record<Key, string>, domainOf: DomainFinder, unitOf: UnitFinder): WantedPower {
  const unit = leadUnit === '' ? null : unitOf(leadUnit, '');
  const leadUnitCode = unit?.ok ? unit.code : null;
  return { code, name, domainCode: domainOf(domain)!, legalGround, level: LEVELS[level]!, leadUnitCode };
}
