import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { ancestorsOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { askSubgraph } from '@yiwang/platform/graphql';
import type { CasesConfig } from '../config.js';
import { ReferenceDirectory } from '../intake/reference-directory.js';

/** To whom work would go. */
export interface Recipient {
  roles: readonly PositionRole[];
  areaCode: string;
  unitCode?: string;
  /** The unit whose office this is: whoever is in such a post of exactly its area works there. */
  officeOf?: string;
  subjects?: readonly string[];
  /** Who had a hand in an earlier round and takes nothing of this one. */
  excludedSubjects?: readonly string[];
}

/** The persons whom it reaches, where any were named, and those of the named who are away. */
export interface Reached {
  subjects?: string[];
  actingFor?: string[];
}

interface Post {
  role: PositionRole;
  areaCode: string;
  unitCode?: string;
}

const HOLDERS = 'query ($posts: [PostInput!]!) { holdersOf(posts: $posts) { holders { personId actingId } } }';
/** As many as identity answers at once. */
const MOST_POSTS = 500;
/** Nobody is put to work by these: outside systems report, and who administers the accounts handles nothing. */
const NEVER: readonly PositionRole[] = ['externalSystem', 'administrator'];

function reachedBy(named: readonly { subject: string; actingId: string | null }[]): Reached {
  if (named.length === 0) return {};
  const away = named.filter(({ subject, actingId }) => actingId !== subject).map(({ subject }) => subject);
  const subjects = [...new Set(named.map(({ subject, actingId }) => actingId ?? subject))];
  return { subjects, ...(away.length > 0 ? { actingFor: away } : {}) };
}

const within = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`);

/** Whether there is somebody to take a piece of work, asked of identity in the caller's name. */
@Injectable()
export class Recipients {
  constructor(
    private readonly config: Pick<CasesConfig, 'IDENTITY_URL'>,
    private readonly directory: ReferenceDirectory,
  ) {}

  /**
   * @param field the recipient's path in the form, empty where it is the form itself, under which its unit, roles or persons are named.
   * @returns of persons that are named who acts for them, and for which of them, being away, somebody else does.
   * @throws AppError RECIPIENT_VACANT where nobody who is there is in such a post or acts for whoever is and may take
   *   it, or a named person is not or has nobody; SERVICE_UNAVAILABLE while identity is away.
   */
  async check(field: string, to: Recipient, caller: Caller): Promise<Reached> {
    const roles = to.roles.filter((role) => !NEVER.includes(role));
    const holders = roles.length === 0 ? new Map<string, string | null>() : await this.holders(await this.posts({ ...to, roles }, caller), caller);
    for (const [personId, actingId] of holders) {
      if ([personId, actingId].some((one) => one !== null && to.excludedSubjects?.includes(one))) holders.set(personId, null);
    }
    const named = (to.subjects ?? []).map((subject) => ({ subject, actingId: holders.get(subject) ?? null }));
    const missed = named.find(({ actingId }) => actingId === null);
    if (missed) throw new AppError('RECIPIENT_VACANT', { field: within(field, 'subjects'), value: missed.subject });
    if ([...holders.values()].some((actingId) => actingId !== null)) return reachedBy(named);
    const unit = to.unitCode ?? to.officeOf;
    if (unit !== undefined) {
      const known = await this.directory.unit(unit, caller);
      throw new AppError('RECIPIENT_VACANT', { field: within(field, 'unitCode'), value: known?.name ?? unit });
    }
    throw new AppError('RECIPIENT_VACANT', { field: within(field, 'roles'), value: `${to.roles.join(', ')} @ ${to.areaCode}` });
  }

  /** Posts whose holders may take it, as mayHold of the domain says: over its area, and grids within a village. */
  private async posts({ roles, areaCode, unitCode, officeOf }: Recipient, caller: Caller): Promise<Post[]> {
    if (officeOf !== undefined) return roles.map((role) => ({ role, areaCode }));
    const above = [...ancestorsOf(areaCode), areaCode];
    const below = roles.includes('gridMember') ? (await this.directory.areasOf(areaCode.slice(0, 6), caller)).below(areaCode) : [];
    const posts = roles.flatMap((role) =>
      [...above, ...(role === 'gridMember' ? below : [])].map((area) => ({ role, areaCode: area, ...(unitCode === undefined ? {} : { unitCode }) })),
    );
    return posts.slice(0, MOST_POSTS);
  }

  private async holders(posts: readonly Post[], caller: Caller): Promise<Map<string, string | null>> {
    const { holdersOf } = await askSubgraph<{ holdersOf: { holders: { personId: string; actingId: string | null }[] }[] }>(
      this.config.IDENTITY_URL,
      HOLDERS,
      { posts },
      caller,
    );
    return new Map(holdersOf.flatMap(({ holders }) => holders.map(({ personId, actingId }) => [personId, actingId] as const)));
  }
}
