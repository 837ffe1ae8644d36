import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../graph/generated/index.js';
import { instant } from '../../words/instants.js';
import { wordsOf } from '../../words/index.js';
import { readBehind } from '../../overview/address-of.js';

const zh = {
  title: '条件', clear: '去掉这些条件', open: '未结案', running: '正在计时', lastRound: '第三轮及以上', suspended: '挂账', waitingForResident: '等群众补充', from: '{{at}} 起收到', before: '{{at}} 前收到', review: '{{at}} 前到期复核',
  task: '待{{task}}', taskTier: '待{{tier}}审批', held: '{{tier}}承办', tier: { grid: '网格', village: '村（社区）', town: '乡镇（街道）', county: '县级', city: '市级' },
};
const useBehindWords = wordsOf('behind', zh, {
  title: 'Conditions', clear: 'Drop these', open: 'Not closed', running: 'Its time is running', lastRound: 'Third round or later', suspended: 'Suspended', waitingForResident: 'Waits for the resident', from: 'Received from {{at}}', before: 'Received before {{at}}', review: 'Review before {{at}}',
  task: 'Waiting: {{task}}', taskTier: 'Asked of the {{tier}}', held: 'Held at the {{tier}}', tier: { grid: 'grid', village: 'village', town: 'town', county: 'county', city: 'city' },
});
const NAMES = graphql(`query BehindNames($unit: ID!, $category: ID!) { unit(code: $unit) { code name } category(code: $category) { code name } }`);

/** By what else a list of cases is limited where somebody came to it by a number: in words, and taken back together. */
export function BehindNote({ params, onClear }: { params: URLSearchParams; onClear(): void }) {
  const t = useBehindWords();
  const { t: shared } = useTranslation();
  const found = readBehind(params);
  const [{ data }] = useQuery({ query: NAMES, variables: { unit: found.unitCode ?? '', category: found.categoryCode ?? '' }, pause: !found.unitCode && !found.categoryCode });
  const tier = (name: string) => t(`tier.${name}`);
  const said = [
    found.open && t('open'),
    found.running && t('running'),
    found.lastRound && t('lastRound'),
    found.paused && t(found.paused),
    found.channel && shared(`channel.${found.channel}`),
    found.categoryCode && (data?.category?.name ?? found.categoryCode),
    found.unitCode && (data?.unit?.name ?? found.unitCode),
    found.tier && !found.unitCode && t('held', { tier: tier(found.tier) }),
    found.taskTier ? t('taskTier', { tier: tier(found.taskTier) }) : found.taskKind && t('task', { task: shared(`taskKind.${found.taskKind}`) }),
    found.receivedFrom && t('from', { at: instant(found.receivedFrom) }),
    found.receivedBefore && t('before', { at: instant(found.receivedBefore) }),
    found.reviewBefore && t('review', { at: instant(found.reviewBefore) }),
  ].filter((one): one is string => typeof one === 'string');
  if (said.length === 0) return null;
  return (
    <p className="line behind-note" aria-label={t('title')} role="group">
      {said.map((one) => <Tag key={one} color="blue">{one}</Tag>)}
      <Button type="link" size="small" onClick={onClear}>{t('clear')}</Button>
    </p>
  );
}
