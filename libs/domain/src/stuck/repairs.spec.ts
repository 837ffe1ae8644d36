import { repairsFor } from './index.js';

describe('what a person can do where the machine is in the way', () => {
  it('goes by all that holds, the gentler first', () => {
    expect(repairsFor(['deliveryFailing', 'unclaimed'])).toEqual(['retryNotices', 'skipNotices']);
    expect(repairsFor(['recordsDiffer', 'deliveryFailing', 'notStarted'])).toEqual(['retryStart', 'retryNotices', 'skipNotices', 'compareRecords']);
  });

  it('is nothing where people are waited for', () => expect(repairsFor(['overdue', 'held'])).toEqual([]));
});
