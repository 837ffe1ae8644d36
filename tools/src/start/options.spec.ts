import { readStartOptions } from './options.js';

describe('the command line of npm start', () => {
  it('loads the demonstration county unless told not to', () => {
    expect(readStartOptions([], {})).toMatchObject({ demo: true, portOffset: 0 });
    expect(readStartOptions(['--no-demo'], { YIWANG_PORT_OFFSET: '100' })).toMatchObject({
      demo: false,
      portOffset: 100,
    });
  });

  it.each([[['--rest']], [['extra']]])('refuses %j in one line that points to the help', (args) => {
    expect(() => readStartOptions(args, {})).toThrow('npm start -- --help');
  });

  it('refuses an offset that is no number', () => {
    expect(() => readStartOptions([], { YIWANG_PORT_OFFSET: '1e3' })).toThrow('YIWANG_PORT_OFFSET');
  });

  it('refuses demonstration data in production', () => {
    expect(() => readStartOptions([], { YIWANG_ENV: 'production' })).toThrow('--no-demo');
    expect(readStartOptions(['--no-demo'], { YIWANG_ENV: 'production' }).demo).toBe(false);
  });
});
