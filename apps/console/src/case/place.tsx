import { useQuery } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { PlaceOfAreaQuery } from '../graph/generated/graphql.js';
import { frameOf, pathOf, ringsOf, scaleLength, type Position } from './map-shapes.js';
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
const WIDTH = 320;
const MARGIN = 18;

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
  return (
    <section className="place card">
      <h2>{t('where')}</h2>
      {area && (ringsOf(area.boundary).length > 0 ? <Map {...{ area, pin, taken }} /> : <Sketch area={area} pin={pin} />)}
      <p>{[area?.name, placeText].filter(Boolean).join(' · ')}</p>
      {taken.length > 0 && <p className="quiet taken">{t('takenHere')}</p>}
      {pin && <p className="quiet">{t('qrPoint')} · {pin.label}</p>}
    </section>
  );
}

function Map({ area, pin, taken }: { area: Area; pin: Pin | null; taken: readonly Position[] }) {
  const t = useCaseWords();
  const [own, around] = [ringsOf(area.boundary), ringsOf(area.parent?.boundary)];
  const frame = frameOf([...[...own, ...around].flat(), ...taken, ...(pin?.at ? [pin.at] : [])], WIDTH, MARGIN);
  const middle = middleOf(own.flat(), frame.place);
  const length = scaleLength(frame.metres * (WIDTH / 3));
  return (
    <svg className="map" viewBox={`0 0 ${WIDTH} ${Math.round(frame.height)}`} role="img" aria-label={t('mapOf', { area: area.name })}>
      {around.map((ring, index) => <path key={index} className="around" d={pathOf(ring, frame)} />)}
      {own.map((ring, index) => <path key={index} className="own" d={pathOf(ring, frame)} />)}
      {taken.map((position, index) => <circle key={index} className="taken" cx={frame.place(position)[0]} cy={frame.place(position)[1]} r="5" />)}
      {pin?.at && <PinMark x={frame.place(pin.at)[0]} y={frame.place(pin.at)[1]} />}
      <text className="name" x={middle[0]} y={middle[1]}>{area.name}</text>
      {around.length > 0 && <text className="outer" x={MARGIN / 2} y={MARGIN - 4}>{area.parent?.name}</text>}
      <g transform={`translate(${MARGIN} ${Math.round(frame.height) - 8})`}>
        <path className="scale" d={`M0 -4V0H${length / frame.metres}V-4`} />
        <text className="outer" x={length / frame.metres + 6} y={1}>{length >= 1_000 ? t('kilometres', { n: length / 1_000 }) : t('metres', { n: length })}</text>
      </g>
    </svg>
  );
}

const middleOf = (positions: readonly Position[], place: (position: Position) => readonly [number, number]): readonly [number, number] => {
  const sum = positions.reduce<[number, number]>(([x, y], [east, north]) => [x + east, y + north], [0, 0]);
  return place([sum[0] / positions.length, sum[1] / positions.length]);
};

/** Its tip is the place. */
const PinMark = ({ x, y }: { x: number; y: number }) => <path className="pin" d="M0 0C-9 -11 -10 -15 -10 -19A10 10 0 1 1 10 -19C10 -15 9 -11 0 0ZM0 -23A4 4 0 1 0 0 -15A4 4 0 1 0 0 -23Z" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} />;

const STEP = 34;

/** Where no boundary was drawn: town › village › grid, each within the next. */
function Sketch({ area, pin }: { area: Area; pin: Pin | null }) {
  const t = useCaseWords();
  const within = [...area.ancestors.filter(({ level }) => level === 'town' || level === 'village' || level === 'county').slice(-2), area];
  const height = STEP * within.length + 62;
  return (
    <svg className="map sketch" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t('sketchOf', { area: area.name, path: within.map(({ name }) => name).join(' › ') })}>
      {within.map(({ code, name }, index) => {
        const [inset, top] = [8 + index * 24, 8 + index * STEP];
        const isOwn = index === within.length - 1;
        return (
          <g key={code}>
            <rect className={isOwn ? 'own' : 'around'} x={inset} y={top} width={WIDTH - 2 * inset} height={height - top - 8 - index * 10} rx="10" />
            <text className={isOwn ? 'name' : 'outer'} x={isOwn ? WIDTH / 2 : inset + 12} y={isOwn ? (top + height - 8 - index * 10) / 2 + 5 : top + 22}>{name}</text>
          </g>
        );
      })}
      {pin && <PinMark x={WIDTH / 2} y={height - 34} />}
    </svg>
  );
}
