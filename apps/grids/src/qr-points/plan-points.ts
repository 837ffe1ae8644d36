/** A door as the planning of QR points needs it. */
export interface PlannedDoor {
  gridCode: string;
  gridName: string;
  building: string;
  door: string;
}

export interface PlannedPoint {
  areaCode: string;
  kind: 'building' | 'households';
  label: string;
  building: string | null;
  households: number;
}

/** The field's measure (Baiyin): one code a building, elsewhere one for some thirty households. */
export const HOUSEHOLDS_A_POINT = 30;

/** The points that a village needs: one for each building, one for every thirty doors of houses, grid by grid. */
export function planPoints(doors: readonly PlannedDoor[]): PlannedPoint[] {
  const points = new Map<string, PlannedPoint>();
  const houses = new Map<string, PlannedDoor[]>();
  for (const door of doors) {
    if (door.building === '') {
      houses.set(door.gridCode, [...(houses.get(door.gridCode) ?? []), door]);
      continue;
    }
    const key = `${door.gridCode} ${door.building}`;
    const known = points.get(key);
    if (known) known.households += 1;
    else points.set(key, { ...pointOf(door), kind: 'building', building: door.building, households: 1 });
  }
  return [...points.values(), ...[...houses.values()].flatMap(pointsOfHouses)];
}

const pointOf = ({ gridCode, gridName, building }: PlannedDoor) => ({
  areaCode: gridCode,
  label: `${gridName} ${building}`,
});

function pointsOfHouses(doors: readonly PlannedDoor[]): PlannedPoint[] {
  const points: PlannedPoint[] = [];
  for (let at = 0; at < doors.length; at += HOUSEHOLDS_A_POINT) {
    const run = doors.slice(at, at + HOUSEHOLDS_A_POINT);
    const [first, last] = [run[0]!, run.at(-1)!];
    const span = run.length === 1 ? first.door : `${first.door}至${last.door}`;
    points.push({
      areaCode: first.gridCode,
      kind: 'households',
      label: `${first.gridName} ${span}`,
      building: null,
      households: run.length,
    });
  }
  return points;
}
