import { parseArgs } from 'node:util';
import { messageOf, StartProblem } from '../infrastructure/problem.js';
import { readTimeWish, type TimeWish } from './time-line.js';

export interface StartOptions {
  demo: boolean;
  reset: boolean;
  yes: boolean;
  help: boolean;
  portOffset: number;
  /** How fast time runs; null goes on as the data folder has it. */
  time: TimeWish | null;
}

export const HELP = `npm start -- [options]

  --no-demo   leave out the demonstration county, its people and its clients' known secrets
  --reset     begin anew: wipes the data folder, and with DATABASE_URL our databases on that server
  --yes       with --reset and DATABASE_URL: do not ask
  --time RATE[@BEGINNING]
              for simulations: business time runs RATE times as fast, from BEGINNING (such as 2026-06-01T09:00, time of
              Asia/Shanghai) or now; limits stay as they are. The data folder keeps it, so that a restart goes on

Settings (environment)
  YIWANG_PORT_OFFSET   added to every port, so that a second system can run beside the first
  YIWANG_DATA          data folder (.data)
  YIWANG_CACHE         where fetched and built programs are kept (~/.cache/yiwang)
  DATABASE_URL         administrator's address of a PostgreSQL 16 or newer, instead of the embedded one
  TEMPORAL_ADDRESS     host:port of a Temporal frontend, instead of our own
  KEYCLOAK_URL         base address of a Keycloak 26, instead of our own; KEYCLOAK_ADMIN_PASSWORD for importing the realm`;

/** What the command line and the environment ask for. */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
  const options: StartOptions = { demo: true, reset: false, yes: false, help: false, portOffset: readPortOffset(env), time: null };
  let time: string | undefined;
  try {
    const { values } = parseArgs({
      args,
      options: {
        'no-demo': { type: 'boolean' },
        reset: { type: 'boolean' },
        yes: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        time: { type: 'string' },
      },
    });
    Object.assign(options, { demo: !values['no-demo'], reset: values.reset, yes: values.yes, help: values.help });
    time = values.time;
  } catch (error) {
    throw new StartProblem(`${messageOf(error).split('. ')[0]}; "npm start -- --help" lists what there is`);
  }
  if (time !== undefined) options.time = readTimeWish(time);
  if (options.time && env.YIWANG_ENV === 'production')
    throw new StartProblem('--time is for simulations and refused with YIWANG_ENV=production');
  if (options.demo && env.YIWANG_ENV === 'production')
    throw new StartProblem('Demonstration people and secrets are refused with YIWANG_ENV=production: add --no-demo');
  return options;
}

export function readPortOffset(env: NodeJS.ProcessEnv): number {
  const text = env.YIWANG_PORT_OFFSET || '0';
  if (!/^\d+$/.test(text)) throw new StartProblem(`YIWANG_PORT_OFFSET must be a whole number, not "${text}"`);
  return Number(text);
}
