import { QueryFailedError } from 'typeorm';
import { createLogger } from './index.js';

describe('the log', () => {
  it('says what failed and keeps what the statement carried to itself', () => {
    const lines: string[] = [];
    const log = createLogger('cases', 'info', { write: (line: string) => void lines.push(line) });
    const driverError = Object.assign(new Error('deadlock detected'), { code: '40P01', detail: 'Key (phone)=(19900001234)' });
    const failure = new QueryFailedError('insert into case_file values ($1)', ['家住三单元的张某 19900001234'], driverError);
    log.error({ err: failure }, 'unexpected failure');
    const [line] = lines;
    expect(JSON.parse(line ?? '')).toMatchObject({ err: { type: 'QueryFailedError', message: 'deadlock detected' } });
    expect(line).not.toContain('19900001234');
    expect(line).not.toContain('张某');
  });
});
