import { placeNames } from './places.js';

describe('the names of a place', () => {
  it('go from the county down and say nothing twice', () => {
    const ancestors = [
      { name: '安和市', level: 'city' },
      { name: '云溪县', level: 'county' },
      { name: '城关镇', level: 'town' },
      { name: '北门社区', level: 'village' },
    ];
    expect(placeNames({ name: '北门社区第一网格', ancestors })).toEqual(['云溪县', '城关镇', '北门社区第一网格']);
  });
});
