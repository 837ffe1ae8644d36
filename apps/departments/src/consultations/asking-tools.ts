import { Injectable } from '@nestjs/common';
import { PersonalData } from '@yiwang/platform/personal-data';
import { Today } from '../access/today.js';
import { FollowCodes } from './follow-code.js';

/** What asking needs besides the data. */
@Injectable()
export class AskingTools {
  constructor(
    readonly today: Today,
    readonly codes: FollowCodes,
    readonly personal: PersonalData,
  ) {}
}
