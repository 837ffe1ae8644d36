import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { PositionSource, type Caller, type Position } from '@yiwang/platform/auth';
import { isUuid } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { Brackets, Repository, type SelectQueryBuilder } from 'typeorm';
import { ACTS_FOR } from '../deputies/availability.sql.js';
import { PositionEntity } from './position.entity.js';

/** Narrows to positions that hold at this moment. */
export const inForce = (alias: string): string =>
  `${alias}.valid_from <= now() and (${alias}.valid_to is null or ${alias}.valid_to > now())`;

@Injectable()
export class PositionsService {
  constructor(@InjectRepository(PositionEntity) private readonly positions: Repository<PositionEntity>) {}

  /**
   * What a subject may act in now: their own positions, and those of whoever is away or suspended and has them as deputy.
   * @throws AppError ACCOUNT_SUSPENDED for a person who is suspended or a client that is disabled, whatever their token says.
   */
  async actedInBy(subject: string): Promise<(PositionEntity & { actingForId: string | null })[]> {
    if (!isUuid(subject)) return [];
    const [row] = await this.positions.query<{ barred: boolean; behind: string[] }[]>(
      `select exists (select from person where id = $1 and state = 'suspended')
                or exists (select from client where subject = $1 and state = 'disabled') as barred,
              array(${ACTS_FOR}) as behind`,
      [subject],
    );
    if (row?.barred) throw new AppError('ACCOUNT_SUSPENDED');
    const held = await this.heldBy([subject, ...(row?.behind ?? [])], true).getMany();
    return held.map((position) =>
      Object.assign(position, { actingForId: (position.personId ?? subject) === subject ? null : position.personId }),
    );
  }

  /** Positions by their holder's subject, ended and coming ones included unless only current ones are asked for. */
  async ofHolders(subjects: readonly string[], onlyCurrent: boolean): Promise<Map<string, PositionEntity[]>> {
    const held = new Map<string, PositionEntity[]>(subjects.map((subject) => [subject, []]));
    for (const position of await this.heldBy(subjects, onlyCurrent).getMany()) {
      held.get((position.personId ?? position.clientSubject)!)?.push(position);
    }
    return held;
  }

  private heldBy(subjects: readonly string[], onlyCurrent: boolean): SelectQueryBuilder<PositionEntity> {
    const held = this.positions
      .createQueryBuilder('position')
      .where(
        new Brackets((either) =>
          either
            .where('position.person_id = any(:subjects)', { subjects })
            .orWhere('position.client_subject = any(:subjects)', { subjects }),
        ),
      )
      .orderBy('position.areaCode')
      .addOrderBy('position.validFrom')
      .addOrderBy('position.id');
    return onlyCurrent ? held.andWhere(inForce('position')) : held;
  }
}

/** Identity's own source for the directory that every service asks; the others come here through `myPositions`. */
@Injectable()
export class StoredPositions extends PositionSource {
  constructor(@InjectRepository(PositionEntity) positions: Repository<PositionEntity>) {
    super();
    this.positions = new PositionsService(positions);
  }
  private readonly positions: PositionsService;

  async load({ subject }: Caller): Promise<Position[]> {
    return subject === null ? [] : this.positions.actedInBy(subject);
  }
}
