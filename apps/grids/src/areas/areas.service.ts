import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { AreaEntity } from './area.entity.js';

@Injectable()
export class AreasService {
  constructor(@InjectRepository(AreaEntity) private readonly areas: Repository<AreaEntity>) {}

  async byCodes(codes: readonly string[]): Promise<Map<string, AreaEntity>> {
    const found = await this.areas.findBy({ code: In([...codes]) });
    return new Map(found.map((area) => [area.code, area]));
  }
}
