import { useCallback, useMemo, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { PlaceOfAreaQuery } from '../graph/generated/graphql.js';
import type { MapPin } from '../kit/area-map.js';
import { AreaMap } from '../kit/drawn.js';
import { shapeOf, type Position, type Shape } from '../kit/shape-of.js';
import { useCaseWords } from './words.js';
import './place.css';

const PLACE = graphql(`
  query PlaceOfArea($code: ID!) {
    area(code: $code) { code name level boundary ancestors { code name level } parent { code name level boundary } }
  }
`);
const POINT = graphql(`query PlaceOfPoint($code: ID!) { qrPoint(code: $code) { code label latitude longitude } }`);

interface Pin {
  label: string;
  at: Position | null;
}

type Area = NonNullable<PlaceOfAreaQuery['area']>;

interface Where {
  areaCode: string;
  placeText?: string | null;
  qrPointCode?: string | null;
  /** Where pictures were taken, as their device said. */
  taken: readonly Position[];
}

/** Where it is, without anybody's map server: the drawn boundary with what surrounds it, or which area lies in which. */
export function Place({ areaCode, placeText, qrPointCode, taken }: Where) {
  const t = useCaseWords();
  const [{ data }] = useQuery({ query: PLACE, variables: { code: areaCode } });
  const [point] = useQuery({ query: POINT, variables: { code: qrPointCode ?? '' }, pause: qrPointCode == null });
  const area = data?.area;
  const found = qrPointCode == null ? null : point.data?.qrPoint;
  const pin: Pin | null = found ? { label: found.label, at: found.latitude == null || found.longitude == null ? null : [found.longitude, found.latitude] } : null;
  const shape = useMemo(() => shapeOf(area?.boundary), [area]);
  return (
    <section className="place card">
      <h2>{t('where')}</h2>
      {area && (shape ? <Map {...{ area, shape, pin, taken }} /> : <Within area={area} pin={pin} />)}
      <p>{[area?.name, placeText].filter(Boolean).join(' · ')}</p>
      {taken.length > 0 && <p className="quiet taken">{t('takenHere')}</p>}
      {pin && <p className="quiet">{t('qrPoint')} · {pin.label}</p>}
    </section>
  );
}

function Map({ area, shape, pin, taken }: { area: Area; shape: Shape; pin: Pin | null; taken: readonly Position[] }) {
  const t = useCaseWords();
  const around = useMemo(() => shapeOf(area.parent?.boundary), [area]);
  const areas = useMemo(() => [{ key: area.code, name: area.name, shape }], [area, shape]);
  // Each answer brings the same places in new arrays, and the map is drawn anew for another one only.
  const places = JSON.stringify([pin, taken]);
  const pins = useMemo((): MapPin[] => {
    const [point, positions] = JSON.parse(places) as [Pin | null, Position[]];
    const dots = positions.map((at): MapPin => ({ at, kind: 'dot', label: t('takenHere') }));
    return point?.at ? [...dots, { at: point.at, kind: 'pin', label: `${t('qrPoint')} · ${point.label}` }] : dots;
  }, [places, t]);
  const look = useCallback(() => ({ className: 'own', said: area.name }), [area]);
  return <AreaMap className="map" label={t('mapOf', { area: area.name })} {...{ areas, around, pins, look }} />;
}

/** Where no boundary was drawn: town › village › grid, each within the next. */
function Within({ area, pin }: { area: Area; pin: Pin | null }) {
  const t = useCaseWords();
  const within = [...area.ancestors.filter(({ level }) => level === 'town' || level === 'village' || level === 'county').slice(-2), area];
  const inside = within.reduceRight<ReactNode>((inner, { code, name }) => <span key={code} className={code === area.code ? 'own' : 'around'}>{name}{inner}</span>, pin && <i className="pin" />);
  return <div className="within" role="img" aria-label={t('sketchOf', { area: area.name, path: within.map(({ name }) => name).join(' › ') })}>{inside}</div>;
}
