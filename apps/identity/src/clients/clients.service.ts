import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ancestorsOf } from '@yiwang/domain/areas';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { isUuid } from '@yiwang/platform/database';
import { Repository } from 'typeorm';
import { homesOf } from '../positions/jurisdiction.js';
import { ClientEntity } from './client.entity.js';

@Injectable()
export class ClientsService {
  constructor(
    @InjectRepository(ClientEntity) private readonly clients: Repository<ClientEntity>,
    private readonly directory: PositionDirectory,
  ) {}

  /** Clients that were made in the caller's county, or have or had a position there. */
  async list(caller: Caller): Promise<ClientEntity[]> {
    return (await this.ofHomes(caller)).orderBy('client.clientId').getMany();
  }

  async bySubject(subject: string | null): Promise<ClientEntity | null> {
    return subject !== null && isUuid(subject) ? this.clients.findOneBy({ subject }) : null;
  }

  async visibleTo(caller: Caller, subjects: readonly string[]): Promise<Map<string, ClientEntity>> {
    const ofHomes = await this.ofHomes(caller);
    const found = await ofHomes
      .andWhere('client.subject = any(:subjects)', { subjects: subjects.filter(isUuid) })
      .getMany();
    return new Map(found.map((client) => [client.subject, client]));
  }

  private async ofHomes(caller: Caller) {
    const homes = homesOf(await this.directory.positionsOf(caller));
    return this.clients.createQueryBuilder('client').where(
      `(client.home_code like any(:homes) or client.home_code = any(:above)
        or exists (select from position o where o.client_subject = client.subject
            and (o.area_code like any(:homes) or o.area_code = any(:above))))`,
      { homes: homes.map((home) => `${home}%`), above: homes.flatMap(ancestorsOf) },
    );
  }
}
