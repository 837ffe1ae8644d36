import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { isUuid } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { Repository } from 'typeorm';
import { PeopleService } from '../people/people.service.js';
import { PersonEntity } from '../people/person.entity.js';
import { homesOf, isAtHome } from '../positions/jurisdiction.js';
import { STANDING_IN, WHO_ACTS } from './availability.sql.js';
import type { Acting, ActingReason, PostHolders, PostInput, VerifierCheck } from './deputy.types.js';

const MOST = 500;

type Row = Pick<Acting, 'personId' | 'actingId' | 'chain'>;

/** Who may be reached by a task, and who must not verify it: what the services that give out tasks ask. */
@Injectable()
export class StandInsService {
  constructor(
    @InjectRepository(PersonEntity) private readonly people: Repository<PersonEntity>,
    private readonly visible: PeopleService,
    private readonly directory: PositionDirectory,
  ) {}

  /**
   * Who acts for each of these at an instant; people unknown to the caller have nobody.
   * @throws AppError INPUT_INVALID for more than 500 at once.
   */
  async whoActsFor(ids: readonly string[], at: Date, caller: Caller): Promise<Acting[]> {
    assertFew(ids.length, 'personIds');
    const known = await this.visible.visibleTo(caller, ids);
    const acting = await this.actingOf([...known.keys()], at);
    return ids.map((id) => acting.get(id.toLowerCase()) ?? nobody(id));
  }

  /**
   * Holders at an instant of posts in the caller's county, each with who acts for them.
   * @throws AppError INPUT_INVALID for more than 500 at once.
   */
  async holdersOf(posts: readonly PostInput[], at: Date, caller: Caller): Promise<PostHolders[]> {
    assertFew(posts.length, 'posts');
    const homes = homesOf(await this.directory.positionsOf(caller));
    const asked = posts.map(({ role, areaCode, unitCode }, n) => ({ n, role, areaCode, unitCode: unitCode ?? null }));
    const rows = await this.people.query<{ n: number; personId: string }[]>(
      `select w.n, o.person_id as "personId"
         from json_to_recordset($1) as w (n int, role text, "areaCode" text, "unitCode" text)
         join position o on o.role = w.role and o.area_code = w."areaCode" and o.person_id is not null
          and (w."unitCode" is null or o.unit_code = w."unitCode")
          and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
        group by w.n, o.person_id order by w.n, min(o.valid_from), o.person_id`,
      [JSON.stringify(asked.filter(({ areaCode }) => isAtHome(homes, areaCode))), at],
    );
    const acting = await this.actingOf([...new Set(rows.map(({ personId }) => personId))], at);
    return asked.map(({ n, ...post }) => ({
      ...post,
      holders: rows.filter((row) => row.n === n).map(({ personId }) => acting.get(personId) ?? nobody(personId)),
    }));
  }

  /**
   * Whether somebody may verify what these handled: not if they are one of them, and not if one stands in for the other,
   * directly or by a chain, at any moment from the handling until the verification.
   */
  async mayVerify(verifierId: string, handlerIds: readonly string[], since: Date, at: Date): Promise<VerifierCheck> {
    assertFew(handlerIds.length, 'handlerIds');
    const verifier = verifierId.toLowerCase();
    const handlers = handlerIds.map((id) => id.toLowerCase());
    const roots = [verifier, ...handlers].filter(isUuid);
    const rows = await this.people.query<{ personId: string; deputyId: string }[]>(STANDING_IN, [roots, since, at]);
    const bound = new Set(
      rows.flatMap(({ personId, deputyId }) =>
        personId === verifier ? [deputyId] : deputyId === verifier ? [personId] : [],
      ),
    );
    const conflicts = handlers.filter((id) => id === verifier || bound.has(id));
    return { allowed: conflicts.length === 0, conflicts };
  }

  private async actingOf(ids: readonly string[], at: Date): Promise<Map<string, Acting>> {
    const rows = await this.people.query<Row[]>(WHO_ACTS, [ids, at]);
    return new Map(rows.map((row) => [row.personId, { ...row, reason: reasonOf(row) }]));
  }
}

const reasonOf = ({ personId, actingId }: Row): ActingReason =>
  actingId === null ? 'nobody' : actingId === personId ? 'available' : 'deputy';

const nobody = (personId: string): Acting => ({ personId, actingId: null, reason: 'nobody', chain: [personId] });

function assertFew(count: number, field: string): void {
  if (count > MOST) throw new AppError('INPUT_INVALID', { field, expected: `≤ ${MOST}` });
}
