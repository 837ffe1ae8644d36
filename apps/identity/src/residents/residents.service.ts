import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { isUuid } from '../uuid.js';
import { ResidentEntity } from './resident.entity.js';

@Injectable()
export class ResidentsService {
  constructor(@InjectRepository(ResidentEntity) private readonly residents: Repository<ResidentEntity>) {}

  async bySubject(subject: string | null): Promise<ResidentEntity | null> {
    return subject !== null && isUuid(subject) ? this.residents.findOneBy({ subject }) : null;
  }
}
