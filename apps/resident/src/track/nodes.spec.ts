import { nodesOf } from './nodes.js';

const drawn = (stage: string): string => nodesOf(stage).map((node) => `${node.stage}:${node.state}`).join(' ');

describe('the public nodes of a case', () => {
  it('stand before and after the one that is now', () => {
    expect(drawn('handling')).toBe(
      'received:done accepted:done dispatched:done handling:now verifying:coming evaluating:coming closed:coming',
    );
  });

  it('are all done when it is closed', () => {
    expect(nodesOf('closed').every(({ state }) => state === 'done')).toBe(true);
  });

  it('end with a side exit from which nothing comes back', () => {
    expect(drawn('withdrawn')).toBe('received:done withdrawn:now');
    expect(drawn('terminated')).toBe('received:done terminated:now');
  });

  it('go on after a suspension', () => {
    expect(drawn('suspended')).toContain('handling:done suspended:now verifying:coming');
  });
});
