import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ancestorsOf, covers, parseArea } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { isUuid, likeLiteral } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { pageSizeWithin } from '@yiwang/platform/graphql';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { areasOf, homesOf, isAtHome } from '../positions/jurisdiction.js';
import { inForce } from '../positions/positions.service.js';
import { cursorAfter, readCursor } from './page-cursor.js';
import { PersonEntity } from './person.entity.js';
import type { PeopleFilter, PersonPage } from './person.types.js';

const MAX_PAGE = 100;
const MAX_SEARCH = 50;

type List = SelectQueryBuilder<PersonEntity>;

const below = (codes: readonly string[]): string[] => codes.map((code) => `${code}%`);

@Injectable()
export class PeopleService {
  constructor(
    @InjectRepository(PersonEntity) private readonly people: Repository<PersonEntity>,
    private readonly directory: PositionDirectory,
  ) {}

  /** Those of these people whom the caller may know of: oneself, and whoever has or had a position in the county. */
  async visibleTo(caller: Caller, ids: readonly string[]): Promise<Map<string, PersonEntity>> {
    const homes = homesOf(await this.directory.positionsOf(caller));
    const found = await this.people
      .createQueryBuilder('person')
      .where('person.id = any(:ids)', { ids: ids.filter(isUuid) })
      .andWhere(
        `(person.id = :self or person.home_code like any(:homes) or person.home_code = any(:above)
          or exists (select from position o where o.person_id = person.id
            and (o.area_code like any(:homes) or o.area_code = any(:above))))`,
        { self: caller.subject, homes: below(homes), above: homes.flatMap(ancestorsOf) },
      )
      .getMany();
    return new Map(found.map((person) => [person.id, person]));
  }

  /** Grid members in force at each of these areas, by area; areas of other counties have none to the caller. */
  async membersOf(areaCodes: readonly string[], caller: Caller): Promise<Map<string, PersonEntity[]>> {
    const homes = homesOf(await this.directory.positionsOf(caller));
    const members = new Map<string, PersonEntity[]>(areaCodes.map((code) => [code, []]));
    const found = await this.people.query<(PersonEntity & { areaCode: string })[]>(
      `select o.area_code as "areaCode", p.id, p.username, p.name, p.phone_sealed as "phoneSealed", p.state,
              p.suspended_at as "suspendedAt", p.suspended_reason as "suspendedReason"
         from position o join person p on p.id = o.person_id
        where o.role = 'gridMember' and o.area_code = any($1) and ${inForce('o')}
        order by p.name, p.id`,
      [areaCodes.filter((code) => isAtHome(homes, code))],
    );
    for (const { areaCode, ...person } of found) members.get(areaCode)?.push(person);
    return members;
  }

  /**
   * Colleagues within the caller's own areas.
   * @throws AppError INPUT_INVALID, AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, CURSOR_INVALID, TEXT_TOO_LONG.
   */
  async list(filter: PeopleFilter, first: number, after: string | null, caller: Caller): Promise<PersonPage> {
    const size = pageSizeWithin(first, MAX_PAGE);
    const list = this.people
      .createQueryBuilder('person')
      .orderBy('person.name')
      .addOrderBy('person.id')
      .limit(size + 1);
    if (filter.withoutPosition) await this.narrowToFree(list, caller);
    else await this.narrowToHolders(list, filter, caller);
    if (filter.state === 'suspended') list.andWhere(`person.state = 'suspended'`);
    if (filter.state === 'active') list.andWhere(`person.state = 'active'`);
    if (after !== null) list.andWhere('(person.name, person.id) > (:name, :id::uuid)', readCursor(after));
    const search = filter.search?.trim();
    if (search) list.andWhere('person.id = any(array(select find_people(:part)))', { part: searchPattern(search) });
    const found = await list.getMany();
    const nodes = found.slice(0, size);
    const last = nodes.at(-1);
    return { nodes, endCursor: last ? cursorAfter(last) : null, hasNextPage: found.length > size };
  }

  /** Whether there is such a person or client and it is not another county's. */
  async mayBeAppointedBy(subject: string, holder: 'person' | 'client', caller: Caller): Promise<boolean> {
    if (!isUuid(subject)) return false;
    const homes = homesOf(await this.directory.positionsOf(caller));
    const [table, key, held] = holder === 'person' ? ['person', 'id', 'person_id'] : ['client', 'subject', 'client_subject'];
    const [row] = await this.people.query<{ free: boolean }[]>(
      `select (home_code like any($2) or home_code = any($3))
           or exists (select from position o where ${held} = $1
                and (o.area_code like any($2) or o.area_code = any($3))) as free
         from ${table} where ${key} = $1`,
      [subject, below(homes), homes.flatMap(ancestorsOf)],
    );
    return row?.free === true;
  }

  private async narrowToHolders(list: List, filter: PeopleFilter, caller: Caller): Promise<void> {
    const areas = await this.areasAsked(filter.areaCode ?? null, caller);
    const conditions = [`o.person_id = person.id`, inForce('o'), 'o.area_code like any(:areas)'];
    if (filter.role) conditions.push('o.role = :role');
    if (filter.unitCode != null) conditions.push('o.unit_code = :unit');
    list
      .where(`exists (select from position o where ${conditions.join(' and ')})`)
      .setParameters({ areas: below(areas), role: filter.role, unit: filter.unitCode });
  }

  /** People of the caller's home whom nobody has appointed, or whose last position has ended. */
  private async narrowToFree(list: List, caller: Caller): Promise<void> {
    const homes = homesOf(await this.directory.positionsOf(caller));
    list.where(
      `person.home_code = any(:homes) and coalesce(person.placed_until, '-infinity') <= now()`,
      { homes },
    );
  }

  private async areasAsked(areaCode: string | null, caller: Caller): Promise<string[]> {
    const own = areasOf(await this.directory.positionsOf(caller));
    if (areaCode === null) return own;
    const asked = orThrow(parseArea(areaCode, 'filter.areaCode')).areaCode;
    if (own.some((area) => covers(area, asked))) return [asked];
    throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'filter.areaCode', value: asked, expected: own });
  }
}

function searchPattern(search: string): string {
  if (search.length > MAX_SEARCH) {
    throw new AppError('TEXT_TOO_LONG', { field: 'filter.search', limit: MAX_SEARCH, actual: search.length });
  }
  return `%${likeLiteral(search)}%`;
}
