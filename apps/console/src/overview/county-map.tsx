import { useCallback, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { AreaMap } from '../kit/drawn.js';
import { shapeOf } from '../kit/shape-of.js';
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

/** The areas below with their lights: drawn where boundaries are known, and as a list with the numbers in any case. */
export function CountyMap({ area, below, places }: Shown) {
  const t = useOverviewWords();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: MAP, variables: { area: area.code, level: below ?? 'grid' }, pause: below === null });
  const drawn = useMemo(() => (data?.areas ?? []).flatMap(({ code, name, boundary }) => {
    const shape = shapeOf(boundary);
    return shape ? [{ key: code, name, shape }] : [];
  }), [data]);
  const around = useMemo(() => shapeOf(data?.area?.boundary), [data]);
  const look = useCallback((code: string) => {
    // Areas without an open case are not among the counted.
    const place = places.find((one) => one.area.code === code);
    const { light = 'green', running, yellow, red, open } = place ?? {};
    const area = drawn.find(({ key }) => key === code)?.name ?? code;
    const said = t('placeRow', { area, light: t(`light.${light}`), running: figure(running?.count ?? 0), yellow: figure(yellow?.count ?? 0), red: figure(red?.count ?? 0) });
    return { className: light, said, figure: figure(open?.count ?? 0) };
  }, [places, drawn, t]);
  if (below === null) return <p className="ov-quiet">{t('nowhere')}</p>;
  return (
    <div className="ov-map">
      {drawn.length > 0 && <AreaMap className="ov-drawing" label={t('mapOf', { area: area.name })} areas={drawn} {...{ around, look }} onPick={below === 'grid' ? undefined : (code) => void navigate(`/overview?area=${code}`)} />}
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
