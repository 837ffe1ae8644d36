import { placesWithin } from './named-places.js';

const [TOWN, VILLAGE] = ['990121101', '990121101201'];
const within = [{ name: '云溪县', level: 'county' as const }, { name: '城关镇', level: 'town' as const }, { name: '北门社区', level: 'village' as const }];
const grid = (nth: number, reason: 'gridNamed' | 'villageNamed', matched = '北门社区') => {
  const code = `${VILLAGE}00${nth}`;
  return { areaCode: code, reason, matched, area: { code, name: `第${nth}网格`, ancestors: within } };
};

describe('places that a case names', () => {
  it('are the village itself, once, where nothing closer is named', () => {
    expect(placesWithin('990121', [grid(1, 'villageNamed'), grid(2, 'villageNamed')])).toEqual([
      { areaCode: VILLAGE, reason: 'villageNamed', matched: '北门社区', names: ['城关镇', '北门社区'] },
    ]);
  });

  it('are the grid where it is named, before its village', () => {
    const found = placesWithin(TOWN, [grid(2, 'gridNamed', '第2网格'), grid(1, 'villageNamed')]);
    expect(found).toMatchObject([{ areaCode: `${VILLAGE}002`, names: ['城关镇', '北门社区', '第2网格'] }, { areaCode: VILLAGE }]);
  });

  it('lie within the area of the desk, and bear their code where their name is unknown', () => {
    expect(placesWithin('990121102', [grid(1, 'gridNamed')])).toEqual([]);
    expect(placesWithin(TOWN, [{ ...grid(1, 'gridNamed'), area: null }])).toMatchObject([{ names: [`${VILLAGE}001`] }]);
  });
});
