import { department, oneOf, personId, pick } from './chance.sql.js';
import { COUNTY, STAFF } from './places.js';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰'];
const VILLAGE_ROLES = ['villageSecretary', 'villagePolice', 'stationedCadre', 'serviceTeam', 'serviceTeam', 'serviceTeam'];
const COUNTY_ROLES = [...Array<string>(10).fill('countyCentre'), 'supervisor', 'leader', 'administrator'];

const { gridMembers, villages, ofVillage, towns, ofTown, departments, ofDepartment, county, total } = STAFF;

/** 20,000 people, each with one position; the first at the county itself is of its centre, the eleventh supervises. */
export const PEOPLE = [
  `insert into identity.person (id, username, name, home_code)
   select ${personId('i')}, 'pages-' || i, ${oneOf('i', 41, SURNAMES)} || ${oneOf('i', 42, GIVEN)} || ${oneOf('i', 43, GIVEN)}, '${COUNTY}'
   from generate_series(1, ${total}) i`,
  `insert into identity.position (id, person_id, role, area_code, unit_code, valid_from)
   select pg_temp.bench_uuid('position-' || i), ${personId('i')},
     case when i < ${villages} then 'gridMember'
       when i < ${towns} then (array[${VILLAGE_ROLES.map((role) => `'${role}'`).join(', ')}])[1 + (i - ${villages}) % ${ofVillage}]
       when i < ${departments} then 'townCentre' when i < ${county} then 'departmentHandler'
       else (array[${COUNTY_ROLES.map((role) => `'${role}'`).join(', ')}])[1 + (i - ${county}) % ${COUNTY_ROLES.length}] end,
     case when i < ${villages} then grids[1 + (i - ${gridMembers}) % 1089] when i < ${towns} then villages[1 + (i - ${villages}) / ${ofVillage}]
       when i < ${departments} then towns[1 + (i - ${towns}) / ${ofTown}] else '${COUNTY}' end,
     case when i >= ${departments} and i < ${county} then ${department(`(i - ${departments}) / ${ofDepartment}`)} end,
     timestamptz '2025-01-01T00:00:00+08:00' + make_interval(days => ${pick('i', 44, 300)})
   from generate_series(1, ${total}) i cross join bench_places`,
  // The comparison with Keycloak would make an account for everybody; the few who sign in are told by notes.
  `update identity.keycloak_cursor set at = now() + interval '1 day' where name = 'sweep'`,
];
