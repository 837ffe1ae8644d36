import { AttachmentLinks } from './index.js';

const ID = '0a0a0a0a-0000-4000-8000-000000000001';
const [OLD, NEW] = ['o'.repeat(32), 'n'.repeat(32)];

describe('a signed link', () => {
  let now = 1_800_000_000;
  const links = new AttachmentLinks('https://county.example', [NEW, OLD], () => now);
  const queryOf = (link: string): { expires: string; signature: string } =>
    Object.fromEntries(new URL(link).searchParams) as { expires: string; signature: string };
  const refused = expect.objectContaining({ code: 'LINK_EXPIRED' });

  it('holds until it expires, not a second longer', () => {
    const query = queryOf(links.download(ID, 60));
    expect(links.verify('download', ID, query)).toBe(60);
    now += 59;
    expect(links.verify('download', ID, query)).toBe(1);
    now += 1;
    expect(() => links.verify('download', ID, query)).toThrow(refused);
  });

  it('holds for one thing and one attachment only', () => {
    const query = queryOf(links.download(ID, 60));
    expect(() => links.verify('upload', ID, query)).toThrow(refused);
    expect(() => links.verify('download', ID.replace('1', '2'), query)).toThrow(refused);
  });

  it('cannot be prolonged or made up', () => {
    const query = queryOf(links.download(ID, 60));
    for (const forged of [
      { ...query, expires: String(Number(query.expires) + 1) },
      { ...query, signature: query.signature.slice(0, -2) },
      { ...query, signature: '' },
      { ...query, expires: `${query.expires}.0` },
      { ...query, expires: 'Infinity' },
      { ...query, expires: [query.expires, query.expires] },
      {},
    ]) {
      expect(() => links.verify('download', ID, forged)).toThrow(refused);
    }
  });

  it('still holds after its secret was replaced, until that one is dropped', () => {
    const before = queryOf(new AttachmentLinks('https://county.example', [OLD], () => now).download(ID, 60));
    expect(links.verify('download', ID, before)).toBe(60);
    const later = new AttachmentLinks('https://county.example', [NEW], () => now);
    expect(() => later.verify('download', ID, before)).toThrow(refused);
  });

  it('wants a secret worth the name', () => {
    expect(() => new AttachmentLinks('https://county.example', ['short'])).toThrow('32 characters');
    expect(() => new AttachmentLinks('https://county.example', [])).toThrow('32 characters');
  });
});
