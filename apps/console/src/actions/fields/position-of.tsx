import { useEffect } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../graph/generated/index.js';
import { POSITION_PARTS } from '../shapes.js';

const POSITIONS = graphql(`
  query PositionsOf($id: ID!) { person(id: $id) { id positions { id role areaCode unitCode area { name } unit { name } } } }
`);

interface PositionOf {
  id?: string;
  /** Whose positions. */
  subject?: string;
  value?: string;
  onChange?(value: string | undefined): void;
}

/** In which of a person's positions they are asked; the first one until another is chosen. */
export function PositionOf({ id, subject, value, onChange }: PositionOf) {
  const { t } = useTranslation();
  const [{ data, fetching }] = useQuery({ query: POSITIONS, variables: { id: subject ?? '' }, pause: !subject });
  const options = (data?.person?.positions ?? []).map(({ role, areaCode, unitCode, area, unit }) => ({
    value: [role, areaCode, unitCode ?? ''].join(POSITION_PARTS),
    label: `${unit?.name ?? area.name} · ${t(`role.${role}`)}`,
  }));
  const known = options.map((one) => one.value).join();
  useEffect(() => {
    if (fetching || !subject) return;
    const [first] = known.split(',');
    if (!value || !known.split(',').includes(value)) onChange?.(first || undefined);
  }, [known, subject]);
  return <Select id={id} value={value} onChange={onChange} options={options} loading={fetching} disabled={!subject} />;
}
