import { ImportProblem } from './errors.js';

export const FIELDS = [
  'id',
  'title',
  'text',
  'time',
  'reporter',
  'name',
  'phone',
  'place',
  'area',
  'category',
  'qr',
  'reply',
  'repliedAt',
] as const;
export type Field = (typeof FIELDS)[number];
export type ColumnMap = Partial<Record<Field, string>>;

export interface Preset {
  name: string;
  columns: ColumnMap;
}

const BOARD: ColumnMap = {
  id: '留言编号',
  reporter: '留言用户',
  title: '留言主题',
  time: '留言时间',
  text: '留言详情',
};

/** Exports of known form; the first one whose every column is in the header is taken. */
export const PRESETS: readonly Preset[] = [
  { name: 'replied', columns: { ...BOARD, reply: '答复意见', repliedAt: '答复时间' } },
  { name: 'hot-topics', columns: BOARD },
  { name: 'labelled', columns: { id: 'id', reporter: 'user', title: 'theme', time: 'time', text: 'text' } },
];

/** What a column may be called in an export that nobody described. */
const USUAL_NAMES: Record<Field, readonly string[]> = {
  id: ['编号', '工单编号', '诉求编号', 'id'],
  title: ['标题', '主题', '诉求标题', 'title', 'theme'],
  text: ['内容', '详情', '诉求内容', '问题描述', '正文', 'text', 'content'],
  time: ['时间', '来电时间', '受理时间', '提交时间', '登记时间', 'time'],
  reporter: ['用户', 'user'],
  name: ['姓名', '诉求人', '来电人', 'name'],
  phone: ['电话', '联系电话', '手机', '来电号码', 'phone'],
  place: ['地址', '地点', '事发地址', '事发地点', 'place', 'address'],
  area: ['区域编码', 'areaCode'],
  category: ['类别编码', 'categoryCode'],
  qr: ['二维码编号', 'qrPointCode'],
  reply: ['答复意见', '答复内容', '办理结果', '回复内容', 'reply'],
  repliedAt: ['答复时间', '办结时间', '回复时间', 'repliedAt'],
};

/** Chooses the preset that was asked for or that the header fits; else goes by usual names and an explicit `--map`. */
export function chooseColumns(header: readonly string[], wanted: string, map: ColumnMap): Preset {
  const fits = (preset: Preset): boolean => missing(preset.columns, header).length === 0;
  const asked = wanted === 'auto' ? PRESETS.find(fits) : presetNamed(wanted);
  const guessed = Object.fromEntries(
    FIELDS.map((field) => [field, header.find((column) => USUAL_NAMES[field].includes(column))]).filter(
      ([, name]) => name,
    ),
  ) as ColumnMap;
  const columns = { ...(asked?.columns ?? guessed), ...map };
  const absent = missing(columns, header);
  if (absent.length > 0) {
    throw new ImportProblem(
      `表头中没有列 ${absent.join('、')}；现有列：${header.join('、')}`,
      `The header has no column ${absent.join(', ')}; it has: ${header.join(', ')}`,
      2,
    );
  }
  if (!columns.text) {
    throw new ImportProblem(
      `不知道哪一列是诉求内容；请用 --map text=列名 指明。现有列：${header.join('、')}`,
      `No column is known to hold the text; say which with --map text=COLUMN. There are: ${header.join(', ')}`,
      2,
    );
  }
  return { name: asked?.name ?? 'csv', columns };
}

const missing = (columns: ColumnMap, header: readonly string[]): string[] =>
  Object.values(columns).filter((name) => !header.includes(name));

function presetNamed(name: string): Preset {
  const found = PRESETS.find((preset) => preset.name === name);
  if (found) return found;
  const known = PRESETS.map((preset) => preset.name).join(', ');
  throw new ImportProblem(
    `没有预设 ${name}；可用：auto, ${known}`,
    `There is no preset ${name}; use auto, ${known}`,
    2,
  );
}

/** Reads `title=主题,text=内容`. */
export function readColumnMap(written: string | undefined): ColumnMap {
  const pairs = (written ?? '').split(/[,，]/).filter((pair) => pair.trim() !== '');
  const map: ColumnMap = {};
  for (const pair of pairs) {
    const [field = '', column = ''] = pair.split('=').map((part) => part.trim());
    if (!(FIELDS as readonly string[]).includes(field) || column === '') {
      throw new ImportProblem(
        `--map 中的 ${pair} 无法识别；写法：字段=列名，字段可为 ${FIELDS.join(', ')}`,
        `--map: cannot read ${pair}; write field=COLUMN with a field of ${FIELDS.join(', ')}`,
        2,
      );
    }
    map[field as Field] = column;
  }
  return map;
}
