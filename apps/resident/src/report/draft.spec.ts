import { countCharacters, EMPTY, formField, inputOf, isCallable, isEmpty, readDraft } from './draft.js';

describe('a draft of a report', () => {
  it('is whole again whatever was kept', () => {
    expect(readDraft(null)).toEqual(EMPTY);
    expect(readDraft('old')).toEqual(EMPTY);
    expect(readDraft({ text: '路灯坏了' })).toEqual({ ...EMPTY, text: '路灯坏了' });
  });

  it('is empty until something about the matter stands in it', () => {
    expect(isEmpty({ ...EMPTY, text: ' ', phone: '13800001234' })).toBe(true);
    expect(isEmpty({ ...EMPTY, files: [{ id: 'a', kind: 'image' }] })).toBe(false);
  });

  it('is sent without what was left empty', () => {
    expect(inputOf({ ...EMPTY, text: ' 路灯坏了 ' }, 'QR-1', 'k')).toEqual({ idempotencyKey: 'k', qrPointCode: 'QR-1', text: '路灯坏了' });
    const files = [{ id: 'a', kind: 'image' as const, attachmentId: 'A' }, { id: 'b', kind: 'image' as const }];
    expect(inputOf({ ...EMPTY, text: 'x', phone: ' 138 ', kind: 'request', files }, 'QR-1', 'k')).toEqual({
      idempotencyKey: 'k',
      qrPointCode: 'QR-1',
      text: 'x',
      kind: 'request',
      reporter: { phone: '138' },
      attachmentIds: ['A'],
    });
  });

  it('counts characters as people do', () => {
    expect(countCharacters('路灯𠮷')).toBe(3);
  });

  it.each(['', ' ', '13800001234', ' 138 0000 1234', '138-0000-1234', '+86 13800001234', '１３８００００１２３４', '0938-8212345', '(010) 82123456'])('can be called back at “%s”', (phone) => {
    expect(isCallable(phone)).toBe(true);
  });

  it.each(['1380', '138000012345', '12800001234', '8212345', '0938-123', '没有', '13800001234，找老张', '-x'])('cannot be called back at “%s”', (phone) => {
    expect(isCallable(phone)).toBe(false);
  });

  it.each([
    ['text', 'text'],
    ['reporter.phone', 'phone'],
    ['attachmentIds', 'files'],
    ['idempotencyKey', 'form'],
    [undefined, 'form'],
  ])('shows a refusal of %s at %s', (field, at) => {
    expect(formField(field)).toBe(at);
  });
});
