import { filesIn, foundIn, wordsIn } from './said.js';

describe('what an act that waits says', () => {
  it('is its words by their fields, without what is empty or no words', () => {
    expect(wordsIn({ taskId: 't', version: 2, answer: '已修好', explanation: '', attachmentIds: ['a'] })).toEqual([['answer', '已修好']]);
    expect(wordsIn({ passed: false, findings: '仍有积水' })).toEqual([['findings', '仍有积水']]);
  });

  it('is what a round found, each by itself, and its remark', () => {
    const round = { note: '一切正常', findings: [{ text: '井盖松动', attachmentIds: ['b', 'c'] }, { text: '堆物' }], attachmentIds: ['a'] };
    expect(wordsIn(round)).toEqual([['note', '一切正常']]);
    expect(foundIn(round)).toEqual(['井盖松动', '堆物']);
    expect(filesIn(round)).toBe(3);
  });
});
