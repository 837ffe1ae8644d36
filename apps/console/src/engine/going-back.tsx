import { useState } from 'react';
import { Checkbox, Empty, Form, Radio, Skeleton, Tag } from 'antd';
import { useQuery } from 'urql';
import { problemOf } from '../graph/problems.js';
import { instant } from '../words/instants.js';
import { RESET_POINTS } from './documents.js';
import type { ResetPointsQuery } from './generated/graphql.js';
import { LastResort } from './last-resort.js';
import { useEngineWords } from './words.js';

type Point = ResetPointsQuery['resetPoints']['points'][number];

interface GoingBack {
  number: string;
  workflowId: string;
  onClose(): void;
}

/** 回到某一步: the points to which a workflow can go back, with whose acts each of them repeats. */
export function GoingBack({ number, workflowId, onClose }: GoingBack) {
  const t = useEngineWords();
  const [{ data, error }] = useQuery({ query: RESET_POINTS, variables: { number, workflowId }, requestPolicy: 'network-only' });
  const [eventId, choose] = useState<string | null>(null);
  const [tellThem, tell] = useState(false);
  const { runId = '', points = [] } = data?.resetPoints ?? {};
  const point = points.find((one) => one.eventId === eventId);
  const isReady = point !== undefined && (point.isSafe || tellThem);
  const effects = point ? [t('back.goesTo', { at: instant(point.at) }), t('back.stays'), point.isSafe ? t('back.repeatsNothing') : t('back.repeats', { n: point.acts.length }), t('back.notUndoable')] : [];
  return (
    <LastResort number={number} title={t('back.title')} hint={t('back.hint')} whyHint={t('back.whyHint')} effects={effects} isReady={isReady} asked={{ kind: 'reset', reset: { workflowId, runId, eventId: eventId ?? '', tellThem } }} onClose={onClose}>
      {error && <p role="alert">{problemOf(error).message || t('away')}</p>}
      {!data && !error && <Skeleton active paragraph={{ rows: 4 }} />}
      {data && points.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('back.none')} />}
      {points.length > 0 && (
        <Form.Item label={t('back.which')}>
          <Radio.Group
            className="reset-points"
            value={eventId}
            onChange={(event) => {
              choose(String(event.target.value));
              tell(false);
            }}
          >
            {points.map((one) => <Radio key={one.eventId} value={one.eventId}><PointSaid point={one} /></Radio>)}
          </Radio.Group>
        </Form.Item>
      )}
      {point && !point.isSafe && (
        <Form.Item>
          <Checkbox checked={tellThem} onChange={() => tell(!tellThem)}>{t('back.tellThem')}</Checkbox>
        </Form.Item>
      )}
    </LastResort>
  );
}

function PointSaid({ point: { at, afterType, afterSubject, isSafe, acts } }: { point: Point }) {
  const t = useEngineWords();
  const subject = afterSubject == null || afterType === 'TimerFired' ? '' : t(`subject.${afterSubject}`, { defaultValue: afterSubject });
  const before = afterType == null ? t('back.beginning') : `${t(`event.${afterType}`, { defaultValue: t('event.other') })} ${subject}`;
  return (
    <span className="reset-point">
      <time dateTime={at}>{instant(at)}</time> <Tag color={isSafe ? 'green' : 'orange'}>{isSafe ? t('back.safe') : t('back.acted', { n: acts.length })}</Tag>
      <span className="quiet">{t('back.after', { what: before.trim() })}</span>
      {acts.map((act) => <span className="quiet" key={`${act.name} ${act.at}`}>{instant(act.at)} · {act.by?.name ?? t(`back.by.${act.byKind}`)} · {t(`subject.${act.name}`, { defaultValue: act.name })}</span>)}
    </span>
  );
}
