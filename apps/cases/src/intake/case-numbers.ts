import { Injectable } from '@nestjs/common';
import { formatCaseNumber, localDay } from '@yiwang/domain/case-number';
import { DataSource } from 'typeorm';

const BLOCK = 100;

/** Hands out case numbers. The sequence gives blocks of a hundred, so that most cases cost no extra round trip. */
@Injectable()
export class CaseNumbers {
  private next = 0;
  private end = 0;
  private refill: Promise<void> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  async take(countyCode: string, receivedAt: Date): Promise<string> {
    while (this.next >= this.end) await (this.refill ??= this.takeBlock());
    const sequence = this.next;
    this.next += 1;
    return formatCaseNumber({ countyCode, day: localDay(receivedAt.getTime()), sequence });
  }

  private async takeBlock(): Promise<void> {
    try {
      const [row] = await this.dataSource.query<{ first: string }[]>(`select nextval('case_number') as first`);
      this.next = Number(row?.first);
      this.end = this.next + BLOCK;
    } finally {
      this.refill = null;
    }
  }
}
