import { useMemo } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { frameOf, pathOf, ringsOf, type Position } from '../case/map-shapes.js';
import { CountLink, type Counted } from './count-link.js';
import { MAP } from './documents.js';
import type { OverviewMapQueryVariables } from './generated/graphql.js';
import { figure, useOverviewWords } from './words.js';

export interface Place {
  area: { code: string; name: string };
  light: 'green' | 'yellow' | 'red';
  open: Counted;
  running: Counted;
  yellow: Counted;
  red: Counted;
}

interface Shown {
  area: { code: string; name: string };
  below: OverviewMapQueryVariables['level'] | null;
  places: readonly Place[];
}

const WIDTH = 640;
const MARGIN = 14;

/** The areas below with their lights: drawn where boundaries are known, and as a list with the numbers in any case. */
export function CountyMap({ area, below, places }: Shown) {
  const t = useOverviewWords();
  const [{ data }] = useQuery({ query: MAP, variables: { area: area.code, level: below ?? 'grid' }, pause: below === null });
  const standing = useMemo(() => new Map(places.map((place) => [place.area.code, place])), [places]);
  const all = useMemo(
    () => (data?.areas ?? []).map((one) => ({ ...one, rings: ringsOf(one.boundary), place: standing.get(one.code) })),
    [data, standing],
  );
  const drawn = all.filter(({ rings }) => rings.length > 0);
  const around = ringsOf(data?.area?.boundary);
  if (below === null) return <p className="ov-quiet">{t('nowhere')}</p>;
  return (
    <div className="ov-map">
      {drawn.length > 0 && <Drawing area={area} drawn={drawn} around={around} />}
      <div className="ov-table">
        <table>
          <thead><tr><th scope="col">{t('area')}</th><th scope="col">{t('standing.open')}</th><th scope="col">{t('standing.yellow')}</th><th scope="col">{t('standing.red')}</th></tr></thead>
          <tbody>
            {byGravity(places).map(({ area: { code, name }, light, open, yellow, red }) => (
              <tr key={code} className={light}>
                <th scope="row"><i aria-hidden /><span className="ov-hidden">{t(`light.${light}`)}</span> {below === 'grid' ? name : <Link to={`/overview?area=${code}`} aria-label={t('below', { area: name })}>{name}</Link>}</th>
                <td><CountLink of={open} label={`${name} ${t('standing.open')}`} /></td>
                <td><CountLink of={yellow} label={`${name} ${t('standing.yellow')}`} /></td>
                <td><CountLink of={red} label={`${name} ${t('standing.red')}`} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const RANK = { red: 0, yellow: 1, green: 2 };
const byGravity = (places: readonly Place[]): Place[] => places.toSorted((a, b) => RANK[a.light] - RANK[b.light] || b.red.count - a.red.count || b.open.count - a.open.count);

interface Drawn {
  code: string;
  name: string;
  rings: Position[][];
  place: Place | undefined;
}

function Drawing({ area, drawn, around }: { area: Shown['area']; drawn: readonly Drawn[]; around: Position[][] }) {
  const t = useOverviewWords();
  const frame = useMemo(() => frameOf([...around, ...drawn.flatMap(({ rings }) => rings)].flat(), WIDTH, MARGIN), [around, drawn]);
  return (
    <svg className="ov-drawing" viewBox={`0 0 ${WIDTH} ${Math.round(frame.height)}`} role="img" aria-label={t('mapOf', { area: area.name })}>
      {around.map((ring, index) => <path key={index} className="around" d={pathOf(ring, frame)} />)}
      {drawn.map(({ code, name, rings, place }) => {
        const [x, y] = frame.place(middleOf(rings[0] ?? []));
        const said = place ? t('placeRow', { area: name, light: t(`light.${place.light}`), running: figure(place.running.count), yellow: figure(place.yellow.count), red: figure(place.red.count) }) : name;
        return (
          <g key={code} className={place?.light ?? 'green'}>
            <title>{said}</title>
            {rings.map((ring, index) => <path key={index} d={pathOf(ring, frame)} />)}
            <text x={x} y={y - 3}>{name}</text>
            <text className="n" x={x} y={y + 21}>{place ? figure(place.open.count) : 0}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** Of what a ring encloses, near enough for a name: the middle of its box. */
const middleOf = (ring: readonly Position[]): Position => {
  const [east, north] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [(Math.min(...east) + Math.max(...east)) / 2, (Math.min(...north) + Math.max(...north)) / 2];
};
